import type { Language, PromptWords } from './language.js'

const skill = ({ skillName }: PromptWords) => skillName ?? 'this skill'
const because = ({ purpose }: PromptWords) => (purpose === undefined ? '' : `To ${purpose}, `)
const goOn = ({ purpose }: PromptWords) => (purpose === undefined ? 'go on' : purpose)
const it = ({ fields }: PromptWords) => (fields.length > 1 ? 'them' : 'it')
const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const en: Language = {
  fieldNames: {
    name: 'full name',
    givenName: 'first name',
    email: 'email address',
    mobileNumber: 'mobile number',
  },
  prompts: {
    askForConsent: (words) =>
      `${capitalized(`${because(words)}${skill(words)}`)} needs your permission to use your ${words.fieldList}. ` +
      `I've sent a card to your Alexa app. Please open it, give your permission, and then ask me again.`,
    askToFillIn: (words) =>
      `${capitalized(`${because(words)}${skill(words)}`)} needs your ${words.fieldList}, but I don't find ${it(words)} in your Amazon account. ` +
      `You can add ${it(words)} in the Alexa app, under Settings, Your Profile. Then ask me again.`,
    speakerUnknown: (words) =>
      `I need your ${words.fieldList}, but I didn't recognize your voice. ` +
      `You can teach Alexa your voice in the Alexa app, under Settings, Your Profile. Then ask me again.`,
    tryLater: (words) =>
      `Sorry, I can't get your ${words.fieldList} from Alexa right now. Please try again in a few minutes.`,
    fixSkill: (words) =>
      `Sorry, something is wrong with ${skill(words)}, so I can't ${goOn(words)}. It's not your fault, and the people who make it have to fix it.`,
    goOnWithout: (words) => `I'll go on without your ${words.fieldList}.`,
    cannotGoOn: (words) => `Sorry, without your ${words.fieldList} I can't ${goOn(words)}.`,
  },
}
