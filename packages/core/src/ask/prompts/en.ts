import { wordsOf } from './field-words.js'
import type { Language, PromptWords } from './language.js'

const skill = ({ skillName }: PromptWords) => skillName ?? 'this skill'
const goOn = ({ purpose }: PromptWords) => purpose ?? 'go on'
const it = ({ fields }: PromptWords) => (fields.length > 1 ? 'them' : 'it')

const notFoundIn = {
  profile: 'in your Amazon account',
  device: "in this device's settings",
  both: "in your Amazon account or in this device's settings",
}
const addIn = {
  profile: 'in the Alexa app, under Settings, Your Profile',
  device: "in the Alexa app, under Devices, in this device's settings",
  both: "in the Alexa app, in your profile and in this device's settings",
}

/** `To book your table, Table Talk`, or the skill alone at the start of a sentence. */
const skillForPurpose = (words: PromptWords) =>
  words.purpose === undefined ? (words.skillName ?? 'This skill') : `To ${words.purpose}, ${skill(words)}`

/** `purpose` is an infinitive, as it follows "to": `book your table`. */
export const en = (): Language => ({
  fieldList: (fields, join) => `your ${join(fields.map((field) => wordsOf(field, 'en')))}`,
  prompts: {
    askForConsent: (words) =>
      `${skillForPurpose(words)} needs your permission to use ${words.fieldList}. ` +
      `I've sent a card to your Alexa app. Please open it, give your permission, and then ask me again.`,
    askByVoice: (words) => `${skillForPurpose(words)} needs ${words.fieldList}.`,
    finishInApp: (words) =>
      `Please open your Alexa app and give your permission to use ${words.fieldList} there. Then ask me again.`,
    askToFillIn: (words) =>
      `${skillForPurpose(words)} needs ${words.fieldList}, but I can't find ${it(words)} ${notFoundIn[words.fillInAt]}. ` +
      `You can add ${it(words)} ${addIn[words.fillInAt]}. Then ask me again.`,
    speakerUnknown: (words) =>
      `I need ${words.fieldList}, but I didn't recognize your voice. ` +
      `You can teach Alexa your voice in the Alexa app, under Settings, Your Profile. Then ask me again.`,
    tryLater: (words) =>
      `Sorry, I can't get ${words.fieldList} from Alexa right now. Please try again in a few minutes.`,
    fixSkill: (words) =>
      `Sorry, something is wrong with ${skill(words)}, so I can't ${goOn(words)}. ` +
      `It's not your fault, and the people who make it have to fix it.`,
    goOnWithout: (words) => `I'll go on without ${words.fieldList}.`,
    cannotGoOn: (words) => `Sorry, without ${words.fieldList} I can't ${goOn(words)}.`,
  },
})
