import type { ProfileField } from '../../fields/fields.js'
import type { Language, PromptWords } from './language.js'

/** In the accusative, which `braucht`, `ohne` and `verwenden` want alike. */
const yourFields: Readonly<Record<ProfileField, string>> = {
  name: 'deinen vollständigen Namen',
  givenName: 'deinen Vornamen',
  email: 'deine E-Mail-Adresse',
  mobileNumber: 'deine Handynummer',
}

const it = ({ fields: [first, ...others] }: PromptWords) =>
  others.length === 0 && (first === 'name' || first === 'givenName') ? 'ihn' : 'sie'

const skillNeeds = ({ purpose, skillName }: PromptWords) =>
  purpose === undefined
    ? `${skillName ?? 'Dieser Skill'} braucht`
    : `Um ${purpose}, braucht ${skillName ?? 'dieser Skill'}`

/** After the reason: `ohne deinen Vornamen kann ich …` */
const cannot = ({ purpose }: PromptWords) =>
  purpose === undefined ? 'kann ich nicht weitermachen' : `ist es mir nicht möglich, ${purpose}`

/** German, which says du. `purpose` is an infinitive with "zu", as it follows "um": `deinen Tisch zu reservieren`. */
export const de = (): Language => ({
  fieldList: (fields, join) => join(fields.map((field) => yourFields[field])),
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
      `${skillNeeds(words)} ${words.fieldList}, aber ich finde ${it(words)} nicht in deinem Amazon-Konto. ` +
      `Du kannst ${it(words)} in den Einstellungen der Alexa-App unter deinem Profil eintragen. ` +
      'Frag mich dann noch einmal.',
    speakerUnknown: (words) =>
      `Ich brauche ${words.fieldList}, aber ich habe deine Stimme nicht erkannt. ` +
      'Du kannst Alexa beibringen, deine Stimme zu erkennen, und zwar in den Einstellungen der Alexa-App ' +
      'unter deinem Profil. ' +
      'Frag mich dann noch einmal.',
    tryLater: (words) =>
      `Tut mir leid, ich kann ${words.fieldList} gerade nicht bei Alexa abrufen. ` +
      'Bitte versuch es in ein paar Minuten noch einmal.',
    tooBusy: (words) =>
      `Tut mir leid, ${words.skillName ?? 'dieser Skill'} ist gerade überlastet. ` +
      'Bitte versuch es in ein paar Minuten noch einmal.',
    fixSkill: (words) =>
      `Tut mir leid, mit ${words.skillName ?? 'diesem Skill'} stimmt etwas nicht. ` +
      `Deshalb ${cannot(words)}. Du kannst nichts dafür. Das Team hinter dem Skill muss das beheben.`,
    goOnWithout: (words) => `Ich mache ohne ${words.fieldList} weiter.`,
    cannotGoOn: (words) => `Tut mir leid, ohne ${words.fieldList} ${cannot(words)}.`,
  },
})
