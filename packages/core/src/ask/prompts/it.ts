import { areFeminine, wordsOf } from './field-words.js'
import type { Language, PromptWords } from './language.js'
import { skillForPurpose } from './skill-for-purpose.js'

const skill = skillForPurpose('Per', 'questa skill')
const goOn = ({ purpose }: PromptWords) => purpose ?? 'continuare'
const lo = ({ fields }: PromptWords) => {
  const isFeminine = areFeminine(fields.map((field) => wordsOf(field, 'it')))
  if (fields.length > 1) return isFeminine ? 'le' : 'li'
  return isFeminine ? 'la' : 'lo'
}
/** The article, or the preposition and the article, before the possessive. */
const withArticle = (masculine: string, feminine: string, fields: PromptWords['fields']) =>
  fields.map((field) => {
    const { text, gender } = wordsOf(field, 'it')
    return `${gender === 'f' ? feminine : masculine} ${text}`
  })
const ofFields = ({ fields, join }: PromptWords) => join(withArticle('del', 'della', fields))

const notFoundIn = {
  profile: 'nel tuo account Amazon',
  device: 'nelle impostazioni di questo dispositivo',
  both: 'nel tuo account Amazon né nelle impostazioni di questo dispositivo',
}
const addIn = {
  profile: "nelle impostazioni dell'app Alexa, nel tuo profilo",
  device: "nell'app Alexa, nelle impostazioni di questo dispositivo",
  both: "nell'app Alexa, nel tuo profilo e nelle impostazioni di questo dispositivo",
}

/** Italian, which says tu. `purpose` is an infinitive, as it follows "per": `prenotare il tuo tavolo`. */
export const it = (): Language => ({
  fieldList: (fields, join) => join(withArticle('il', 'la', fields)),
  prompts: {
    askForConsent: (words) =>
      `${skill(words)} ha bisogno del permesso di usare ${words.fieldList}. ` +
      "Ti ho inviato una scheda nell'app Alexa. Per favore, aprila, dai il tuo permesso e poi chiedimelo di nuovo.",
    askByVoice: (words) => `${skill(words)} ha bisogno ${ofFields(words)}.`,
    finishInApp: (words) =>
      `Per favore, apri l'app Alexa e dai il permesso di usare ${words.fieldList}. Poi chiedimelo di nuovo.`,
    askToFillIn: (words) =>
      `${skill(words)} ha bisogno ${ofFields(words)}, ma non ${lo(words)} trovo ${notFoundIn[words.fillInAt]}. ` +
      `Puoi aggiunger${lo(words)} ${addIn[words.fillInAt]}. Poi chiedimelo di nuovo.`,
    speakerUnknown: (words) =>
      `Ho bisogno ${ofFields(words)}, ma non ho riconosciuto la tua voce. Puoi insegnare ad Alexa a riconoscerla ` +
      "nelle impostazioni dell'app Alexa, nel tuo profilo. Poi chiedimelo di nuovo.",
    tryLater: (words) =>
      `Mi dispiace, al momento non riesco a ottenere ${words.fieldList} da Alexa. Riprova tra qualche minuto.`,
    fixSkill: (words) =>
      `Mi dispiace, c'è un problema con ${words.skillName ?? 'questa skill'} e non posso ${goOn(words)}. ` +
      'Non è colpa tua. Deve risolverlo chi ha creato la skill.',
    goOnWithout: (words) => `Continuo senza ${words.fieldList}.`,
    cannotGoOn: (words) => `Mi dispiace, senza ${words.fieldList} non posso ${goOn(words)}.`,
  },
})
