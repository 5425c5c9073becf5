import { fillInPlace } from './field-words.js'
import type { Language, PromptWords } from './language.js'

const places = { profile: 'in deinem Profil', device: 'in den Einstellungen dieses Geräts' }

const skillNeeds = ({ purpose, skillName }: PromptWords) =>
  purpose === undefined
    ? `${skillName ?? 'Dieser Skill'} braucht`
    : `Um ${purpose}, braucht ${skillName ?? 'dieser Skill'}`

/** After the reason: `ohne deinen Vornamen kann ich …` */
const cannot = ({ purpose }: PromptWords) =>
  purpose === undefined ? 'kann ich nicht weitermachen' : `ist es mir nicht möglich, ${purpose}`

/**
 * German, which addresses the customer as du. `purpose` is an infinitive with "zu", as it follows "um": `deinen Tisch
 * zu reservieren`.
 */
export const de = (): Language => ({
  prompts: {
    askForConsent: (words) =>
      `${skillNeeds(words)} deine Erlaubnis, ${words.fieldList} zu verwenden. ` +
      'Ich habe dir eine Karte in deine Alexa-App geschickt. ' +
      'Bitte öffne sie, erteile die Erlaubnis und frag mich dann noch einmal.',
    askByVoice: (words) => `${skillNeeds(words)} ${words.fieldList}.`,
    finishInApp: () => 'Bitte öffne deine Alexa-App, erteile dort die Erlaubnis und frag mich dann noch einmal.',
    askToFillIn: (words) =>
      `${skillNeeds(words)} ${words.fieldList}. ` +
      `Bitte trag in der Alexa-App ${fillInPlace(words, places)} nach, was fehlt, und frag mich dann noch einmal.`,
    speakerUnknown: (words) =>
      `Ich brauche ${words.fieldList}, aber ich habe deine Stimme nicht erkannt. ` +
      `Bring sie Alexa in der Alexa-App ${places.profile} bei und frag mich dann noch einmal.`,
    tryLater: (words) =>
      `Tut mir leid, ich kann ${words.fieldList} gerade nicht bei Alexa abrufen. ` +
      'Bitte versuch es in ein paar Minuten noch einmal.',
    fixSkill: (words) =>
      `Tut mir leid, mit ${words.skillName ?? 'diesem Skill'} stimmt etwas nicht. ` +
      `Deshalb ${cannot(words)}. Das Team hinter dem Skill muss das beheben.`,
    goOnWithout: (words) => `Ich mache ohne ${words.fieldList} weiter.`,
    cannotGoOn: (words) => `Tut mir leid, ohne ${words.fieldList} ${cannot(words)}.`,
  },
})
