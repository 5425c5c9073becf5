import { wordsOf } from './field-words.js'
import type { Language, PromptWords } from './language.js'

/** `de naam`, but `het adres` */
const it = ({ fields: [first, ...others] }: PromptWords) => {
  if (first === undefined || others.length > 0) return 'ze'
  return wordsOf(first, 'nl').gender === 'n' ? 'het' : 'die'
}

const notFoundIn = {
  profile: 'in je Amazon-account',
  device: 'in de instellingen van dit apparaat',
  both: 'in je Amazon-account of in de instellingen van dit apparaat',
}
const addIn = {
  profile: 'in de instellingen van de Alexa-app, bij je profiel',
  device: 'in de Alexa-app, in de instellingen van dit apparaat',
  both: 'in de Alexa-app, bij je profiel en in de instellingen van dit apparaat',
}

/** The verb is in two parts, `heeft … nodig`, and comes first after the purpose. */
const skillNeeds = (what: string, { purpose, skillName }: PromptWords) =>
  purpose === undefined
    ? `${skillName ?? 'Deze skill'} heeft ${what} nodig`
    : `Om ${purpose}, heeft ${skillName ?? 'deze skill'} ${what} nodig`

const cannot = ({ purpose }: PromptWords) =>
  purpose === undefined ? 'kan ik niet verdergaan' : `lukt het me niet om ${purpose}`

/** Dutch, which says je. `purpose` is an infinitive with "te", as it follows "om": `je tafel te reserveren`. */
export const nl = (): Language => ({
  fieldList: (fields, join) => join(fields.map((field) => wordsOf(field, 'nl').text)),
  prompts: {
    askForConsent: (words) =>
      `${skillNeeds('je toestemming', words)} om ${words.fieldList} te gebruiken. ` +
      'Ik heb een kaart naar je Alexa-app gestuurd. Open de kaart, geef toestemming en vraag het me daarna opnieuw.',
    askByVoice: (words) => `${skillNeeds(words.fieldList, words)}.`,
    finishInApp: (words) =>
      `Open je Alexa-app en geef daar toestemming om ${words.fieldList} te gebruiken. Vraag het me daarna opnieuw.`,
    askToFillIn: (words) =>
      `${skillNeeds(words.fieldList, words)}, maar ik kan ${it(words)} niet vinden ${notFoundIn[words.fillInAt]}. ` +
      `Je kunt ${it(words)} toevoegen ${addIn[words.fillInAt]}. ` +
      'Vraag het me daarna opnieuw.',
    speakerUnknown: (words) =>
      `Ik heb ${words.fieldList} nodig, maar ik heb je stem niet herkend. ` +
      'In de instellingen van de Alexa-app, bij je profiel, kun je Alexa leren om je stem te herkennen. ' +
      'Vraag het me daarna opnieuw.',
    tryLater: (words) =>
      `Sorry, het lukt me nu niet om ${words.fieldList} bij Alexa op te halen. Probeer het over een paar minuten opnieuw.`,
    fixSkill: (words) =>
      `Sorry, er is iets mis met ${words.skillName ?? 'deze skill'} en daarom ${cannot(words)}. ` +
      'Dat ligt niet aan jou. De makers van de skill moeten het oplossen.',
    goOnWithout: (words) => `Ik ga verder zonder ${words.fieldList}.`,
    cannotGoOn: (words) => `Sorry, zonder ${words.fieldList} ${cannot(words)}.`,
  },
})
