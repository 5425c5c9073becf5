import type { ProfileField } from '../../fields/fields.js'
import type { Language, PromptWords } from './language.js'
import { skillForPurpose } from './skill-for-purpose.js'

/** All masculine; `il` or `del` goes before each. */
const fieldNames: Readonly<Record<ProfileField, string>> = {
  name: 'tuo nome completo',
  givenName: 'tuo nome',
  email: 'tuo indirizzo email',
  mobileNumber: 'tuo numero di cellulare',
}

const skill = skillForPurpose('Per', 'questa skill')
const goOn = ({ purpose }: PromptWords) => purpose ?? 'continuare'
const lo = ({ fields }: PromptWords) => (fields.length > 1 ? 'li' : 'lo')
const ofFields = ({ fields, join }: PromptWords) => join(fields.map((field) => `del ${fieldNames[field]}`))

/** Italian, which says tu. `purpose` is an infinitive, as it follows "per": `prenotare il tuo tavolo`. */
export const it = (): Language => ({
  fieldList: (fields, join) => join(fields.map((field) => `il ${fieldNames[field]}`)),
  prompts: {
    askForConsent: (words) =>
      `${skill(words)} ha bisogno del permesso di usare ${words.fieldList}. ` +
      "Ti ho inviato una scheda nell'app Alexa. Per favore, aprila, dai il tuo permesso e poi chiedimelo di nuovo.",
    askByVoice: (words) => `${skill(words)} ha bisogno ${ofFields(words)}.`,
    finishInApp: (words) =>
      `Per favore, apri l'app Alexa e dai il permesso di usare ${words.fieldList}. Poi chiedimelo di nuovo.`,
    askToFillIn: (words) =>
      `${skill(words)} ha bisogno ${ofFields(words)}, ma non ${lo(words)} trovo nel tuo account Amazon. ` +
      `Puoi aggiunger${lo(words)} nelle impostazioni dell'app Alexa, nel tuo profilo. Poi chiedimelo di nuovo.`,
    speakerUnknown: (words) =>
      `Ho bisogno ${ofFields(words)}, ma non ho riconosciuto la tua voce. Puoi insegnare ad Alexa a riconoscerla ` +
      "nelle impostazioni dell'app Alexa, nel tuo profilo. Poi chiedimelo di nuovo.",
    tryLater: (words) =>
      `Mi dispiace, al momento non riesco a ottenere ${words.fieldList} da Alexa. Riprova tra qualche minuto.`,
    tooBusy: (words) =>
      `Mi dispiace, al momento ${words.skillName ?? 'questa skill'} riceve troppe richieste. Riprova tra qualche minuto.`,
    fixSkill: (words) =>
      `Mi dispiace, c'è un problema con ${words.skillName ?? 'questa skill'} e non posso ${goOn(words)}. ` +
      'Non è colpa tua. Deve risolverlo chi ha creato la skill.',
    goOnWithout: (words) => `Continuo senza ${words.fieldList}.`,
    cannotGoOn: (words) => `Mi dispiace, senza ${words.fieldList} non posso ${goOn(words)}.`,
  },
})
