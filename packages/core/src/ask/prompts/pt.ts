import { fieldsAfter, fillInPlace } from './field-words.js'
import type { Language, PromptWords } from './language.js'
import { skillForPurpose } from './skill-for-purpose.js'

const skill = skillForPurpose('Para', 'esta skill')
const goOn = ({ purpose }: PromptWords) => purpose ?? 'continuar'
/** `precisa de seu e-mail` */
const ofFields = fieldsAfter('de')

const places = { profile: 'no seu perfil', device: 'nas configurações deste dispositivo' }

/**
 * Brazilian Portuguese, which addresses the customer as você. `purpose` is an infinitive, as it follows "para":
 * `reservar sua mesa`.
 */
export const pt = (): Language => ({
  prompts: {
    askForConsent: (words) =>
      `${skill(words)} precisa da sua permissão para usar ${words.fieldList}. ` +
      'Enviei um cartão para o aplicativo Alexa. Abra o cartão, dê sua permissão e depois peça de novo.',
    askByVoice: (words) => `${skill(words)} precisa ${ofFields(words)}.`,
    finishInApp: () => 'Abra o aplicativo Alexa, dê sua permissão e depois peça de novo.',
    askToFillIn: (words) =>
      `${skill(words)} precisa ${ofFields(words)}. ` +
      `Por favor, adicione o que falta no aplicativo Alexa, ${fillInPlace(words, places)}, e depois peça de novo.`,
    speakerUnknown: (words) =>
      `Preciso ${ofFields(words)}, mas não reconheci sua voz. ` +
      `Por favor, ensine a Alexa a reconhecê-la no aplicativo Alexa, ${places.profile}, e depois peça de novo.`,
    tryLater: (words) =>
      `Desculpe, no momento a Alexa não consegue me informar ${words.fieldList}. Tente de novo em alguns minutos.`,
    fixSkill: (words) =>
      `Desculpe, há um problema com ${words.skillName ?? 'esta skill'} e não consigo ${goOn(words)}. ` +
      'Quem criou a skill precisa resolver isso.',
    goOnWithout: (words) => `Vou continuar sem ${words.fieldList}.`,
    cannotGoOn: (words) => `Desculpe, sem ${words.fieldList} não consigo ${goOn(words)}.`,
  },
})
