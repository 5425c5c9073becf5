import { fillInPlace } from './field-words.js'
import type { Language, PromptWords } from './language.js'
import { skillForPurpose } from './skill-for-purpose.js'

const skill = skillForPurpose('Per', 'questa skill')
const goOn = ({ purpose }: PromptWords) => purpose ?? 'continuare'

const places = { profile: 'nel tuo profilo', device: 'nelle impostazioni di questo dispositivo' }

/**
 * Italian, which addresses the customer as tu. `purpose` is an infinitive, as it follows "per": `prenotare il tuo
 * tavolo`.
 */
export const it = (): Language => ({
  prompts: {
    askForConsent: (words) =>
      `${skill(words)} ha bisogno del permesso di usare ${words.fieldList}. ` +
      "Ti ho inviato una scheda nell'app Alexa. Per favore, aprila, dai il tuo permesso e poi chiedimelo di nuovo.",
    askByVoice: (words) => `${skill(words)} richiede ${words.fieldList}.`,
    finishInApp: () => "Per favore, apri l'app Alexa, dai il tuo permesso e poi chiedimelo di nuovo.",
    askToFillIn: (words) =>
      `${skill(words)} richiede ${words.fieldList}. ` +
      `Per favore, aggiungi ciò che manca nell'app Alexa, ${fillInPlace(words, places)}, e poi chiedimelo di nuovo.`,
    speakerUnknown: (words) =>
      `Mi occorre sapere ${words.fieldList}, ma non ho riconosciuto la tua voce. ` +
      `Per favore, insegnala ad Alexa nell'app Alexa, ${places.profile}, e poi chiedimelo di nuovo.`,
    tryLater: (words) =>
      `Mi dispiace, al momento non riesco a ottenere ${words.fieldList} da Alexa. Riprova tra qualche minuto.`,
    fixSkill: (words) =>
      `Mi dispiace, c'è un problema con ${words.skillName ?? 'questa skill'} e non posso ${goOn(words)}. ` +
      'Deve risolverlo chi ha creato la skill.',
    goOnWithout: (words) => `Continuo senza ${words.fieldList}.`,
    cannotGoOn: (words) => `Mi dispiace, senza ${words.fieldList} non posso ${goOn(words)}.`,
  },
})
