import { wordsOf } from './field-words.js'
import type { Language, PromptWords } from './language.js'

const pronouns = { m: 'ihn', f: 'sie', n: 'es' }
const it = ({ fields: [first, ...others] }: PromptWords) =>
  first === undefined || others.length > 0 ? 'sie' : pronouns[wordsOf(first, 'de').gender]

const notFoundIn = {
  profile: 'in deinem Amazon-Konto',
  device: 'in den Einstellungen dieses Geräts',
  both: 'in deinem Amazon-Konto oder in den Einstellungen dieses Geräts',
}
const addIn = {
  profile: 'in den Einstellungen der Alexa-App unter deinem Profil',
  device: 'in der Alexa-App in den Einstellungen dieses Geräts',
  both: 'in der Alexa-App in deinem Profil und in den Einstellungen dieses Geräts',
}

const skillNeeds = ({ purpose, skillName }: PromptWords) =>
  purpose === undefined
    ? `${skillName ?? 'Dieser Skill'} braucht`
    : `Um ${purpose}, braucht ${skillName ?? 'dieser Skill'}`

/** After the reason: `ohne deinen Vornamen kann ich …` */
const cannot = ({ purpose }: PromptWords) =>
  purpose === undefined ? 'kann ich nicht weitermachen' : `ist es mir nicht möglich, ${purpose}`

/** German, which says du. `purpose` is an infinitive with "zu", as it follows "um": `deinen Tisch zu reservieren`. */
export const de = (): Language => ({
  fieldList: (fields, join) => join(fields.map((field) => wordsOf(field, 'de').text)),
  prompts: {
    askForConsent: (words) =>
      `${skillNeeds(words)} deine Erlaubnis, ${words.fieldList} zu verwenden. ` +
      'Ich habe dir eine Karte in deine Alexa-App geschickt. ' +
      'Bitte öffne sie, erteile die Erlaubnis und frag mich dann noch einmal.',
    askByVoice: (words) => `${skillNeeds(words)} ${words.fieldList}.`,
    finishInApp: (words) =>
      `Bitte öffne deine Alexa-App und erteile dort die Erlaubnis, ${words.fieldList} zu verwenden. ` +
      'Frag mich dann noch einmal.',
    askToFillIn: (words) =>
      `${skillNeeds(words)} ${words.fieldList}, aber ich finde ${it(words)} nicht ${notFoundIn[words.fillInAt]}. ` +
      `Du kannst ${it(words)} ${addIn[words.fillInAt]} eintragen. ` +
      'Frag mich dann noch einmal.',
    speakerUnknown: (words) =>
      `Ich brauche ${words.fieldList}, aber ich habe deine Stimme nicht erkannt. ` +
      'Du kannst Alexa beibringen, deine Stimme zu erkennen, und zwar in den Einstellungen der Alexa-App ' +
      'unter deinem Profil. ' +
      'Frag mich dann noch einmal.',
    tryLater: (words) =>
      `Tut mir leid, ich kann ${words.fieldList} gerade nicht bei Alexa abrufen. ` +
      'Bitte versuch es in ein paar Minuten noch einmal.',
    fixSkill: (words) =>
      `Tut mir leid, mit ${words.skillName ?? 'diesem Skill'} stimmt etwas nicht. ` +
      `Deshalb ${cannot(words)}. Du kannst nichts dafür. Das Team hinter dem Skill muss das beheben.`,
    goOnWithout: (words) => `Ich mache ohne ${words.fieldList} weiter.`,
    cannotGoOn: (words) => `Tut mir leid, ohne ${words.fieldList} ${cannot(words)}.`,
  },
})
