import { wordsOf } from './field-words.js'
import type { Language, PromptWords } from './language.js'
import { skillForPurpose } from './skill-for-purpose.js'

const skill = skillForPurpose('Para', 'esta skill')
const goOn = ({ purpose }: PromptWords) => purpose ?? 'continuar'
const oneOrMore = ({ fields }: PromptWords, one: string, more: string) => (fields.length > 1 ? more : one)
/** `precisa do seu e-mail` */
const ofFields = ({ fields, join }: PromptWords) =>
  join(
    fields.map((field) => {
      const { text, gender } = wordsOf(field, 'pt')
      return `${gender === 'f' ? 'da' : 'do'} ${text}`
    }),
  )

const notFoundIn = {
  profile: 'na sua conta da Amazon',
  device: 'nas configurações deste dispositivo',
  both: 'na sua conta da Amazon nem nas configurações deste dispositivo',
}
const addIn = {
  profile: 'nas configurações do aplicativo Alexa, no seu perfil',
  device: 'no aplicativo Alexa, nas configurações deste dispositivo',
  both: 'no aplicativo Alexa, no seu perfil e nas configurações deste dispositivo',
}

/** Portuguese as in Brazil, which says você. `purpose` is an infinitive, as it follows "para": `reservar sua mesa`. */
export const pt = (): Language => ({
  fieldList: (fields, join) => join(fields.map((field) => wordsOf(field, 'pt').text)),
  prompts: {
    askForConsent: (words) =>
      `${skill(words)} precisa da sua permissão para usar ${words.fieldList}. ` +
      'Enviei um cartão para o aplicativo Alexa. Abra o cartão, dê sua permissão e depois peça de novo.',
    askByVoice: (words) => `${skill(words)} precisa ${ofFields(words)}.`,
    finishInApp: (words) =>
      `Por favor, abra o aplicativo Alexa e dê permissão para usar ${words.fieldList}. Depois, peça de novo.`,
    askToFillIn: (words) =>
      `${skill(words)} precisa ${ofFields(words)}, ` +
      `mas não encontrei ${oneOrMore(words, 'essa informação', 'essas informações')} ${notFoundIn[words.fillInAt]}. ` +
      `Você pode adicioná-${oneOrMore(words, 'la', 'las')} ${addIn[words.fillInAt]}. Depois, peça de novo.`,
    speakerUnknown: (words) =>
      `Preciso ${ofFields(words)}, mas não reconheci sua voz. ` +
      'Nas configurações do aplicativo Alexa, no seu perfil, você pode ensinar a Alexa a reconhecer sua voz. ' +
      'Depois, peça de novo.',
    tryLater: (words) =>
      `Desculpe, no momento a Alexa não consegue me informar ${words.fieldList}. Tente de novo em alguns minutos.`,
    fixSkill: (words) =>
      `Desculpe, há um problema com ${words.skillName ?? 'esta skill'} e não consigo ${goOn(words)}. ` +
      'Não é culpa sua. Quem criou a skill precisa resolver isso.',
    goOnWithout: (words) => `Vou continuar sem ${words.fieldList}.`,
    cannotGoOn: (words) => `Desculpe, sem ${words.fieldList} não consigo ${goOn(words)}.`,
  },
})
