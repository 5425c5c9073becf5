import { fillInPlace } from './field-words.js'
import type { Language, PromptWords } from './language.js'
import { skillForPurpose } from './skill-for-purpose.js'

const skill = ({ skillName }: PromptWords) => skillName ?? 'this skill'
const goOn = ({ purpose }: PromptWords) => purpose ?? 'continue'

const places = { profile: 'in your profile', device: "in this device's settings" }

/** `To book your table, Table Talk` */
const who = skillForPurpose('To', 'this skill')

/** English. `purpose` is an infinitive, as it follows "to": `book your table`. */
export const en = (): Language => ({
  fieldList: (names, join) => `your ${join(names)}`,
  prompts: {
    askForConsent: (words) =>
      `${who(words)} needs your permission to use ${words.fieldList}. ` +
      `I've sent a card to your Alexa app. Please open it, give your permission, and then ask me again.`,
    askByVoice: (words) => `${who(words)} needs ${words.fieldList}.`,
    finishInApp: () => 'Please open your Alexa app, give your permission there, and then ask me again.',
    askToFillIn: (words) =>
      `${who(words)} needs ${words.fieldList}. ` +
      `Please add what's missing in the Alexa app, ${fillInPlace(words, places)}, and then ask me again.`,
    speakerUnknown: (words) =>
      `I need ${words.fieldList}, but I didn't recognize your voice. ` +
      `Please set up your voice ID in the Alexa app, ${places.profile}, and then ask me again.`,
    tryLater: (words) =>
      `Sorry, I can't get ${words.fieldList} from Alexa right now. Please try again in a few minutes.`,
    fixSkill: (words) =>
      `Sorry, there's a problem with ${skill(words)}, so I can't ${goOn(words)}. Its developer needs to fix it.`,
    goOnWithout: (words) => `I'll continue without ${words.fieldList}.`,
    cannotGoOn: (words) => `Sorry, without ${words.fieldList} I can't ${goOn(words)}.`,
  },
})
