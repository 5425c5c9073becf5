import { fillInPlace } from './field-words.js'
import type { Language, PromptWords } from './language.js'

const places = { profile: 'bij je profiel', device: 'in de instellingen van dit apparaat' }

/** The verb is in two parts, `heeft … nodig`, and comes first after the purpose. */
const skillNeeds = (what: string, { purpose, skillName }: PromptWords) =>
  purpose === undefined
    ? `${skillName ?? 'Deze skill'} heeft ${what} nodig`
    : `Om ${purpose}, heeft ${skillName ?? 'deze skill'} ${what} nodig`

const cannot = ({ purpose }: PromptWords) =>
  purpose === undefined ? 'kan ik niet verdergaan' : `lukt het me niet om ${purpose}`

/**
 * Dutch, which addresses the customer as je. `purpose` is an infinitive with "te", as it follows "om": `je tafel te
 * reserveren`.
 */
export const nl = (): Language => ({
  prompts: {
    askForConsent: (words) =>
      `${skillNeeds('je toestemming', words)} om ${words.fieldList} te gebruiken. ` +
      'Ik heb een kaart naar je Alexa-app gestuurd. Open de kaart, geef toestemming en vraag het me daarna opnieuw.',
    askByVoice: (words) => `${skillNeeds(words.fieldList, words)}.`,
    finishInApp: () => 'Open je Alexa-app, geef daar toestemming en vraag het me daarna opnieuw.',
    askToFillIn: (words) =>
      `${skillNeeds(words.fieldList, words)}. ` +
      `Vul in de Alexa-app, ${fillInPlace(words, places)}, aan wat er ontbreekt en vraag het me daarna opnieuw.`,
    speakerUnknown: (words) =>
      `Ik heb ${words.fieldList} nodig, maar ik heb je stem niet herkend. ` +
      `Leer Alexa je stem in de Alexa-app, ${places.profile}, en vraag het me daarna opnieuw.`,
    tryLater: (words) =>
      `Sorry, het lukt me nu niet om ${words.fieldList} bij Alexa op te halen. Probeer het over een paar minuten opnieuw.`,
    fixSkill: (words) =>
      `Sorry, er is iets mis met ${words.skillName ?? 'deze skill'} en daarom ${cannot(words)}. ` +
      'De makers van de skill moeten het oplossen.',
    goOnWithout: (words) => `Ik ga verder zonder ${words.fieldList}.`,
    cannotGoOn: (words) => `Sorry, zonder ${words.fieldList} ${cannot(words)}.`,
  },
})
