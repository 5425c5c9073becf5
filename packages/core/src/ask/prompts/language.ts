import type { ProfileField } from '../../fields/fields.js'

/** Where the customer can fill in what is missing: the account's profile, the device's settings, or both. */
export type FillInPlace = 'profile' | 'device' | 'both'

/** What a prompt is made of. All strings are escaped for SSML already. */
export interface PromptWords {
  readonly locale: string
  readonly fields: readonly ProfileField[]
  /** The fields as the object of a sentence: `your first name and email address`. */
  readonly fieldList: string
  /** Where the customer can fill them in. */
  readonly fillInAt: FillInPlace
  /** What the customer gets for it, as it follows "to" in English: `book your table`. */
  readonly purpose: string | undefined
  readonly skillName: string | undefined
  /** Joins a list as one says it in this language: `a, b, and c`. */
  readonly join: (parts: readonly string[]) => string
}

/** Gives the SSML that goes between `<speak>` and `</speak>`. */
export type Prompt = (words: PromptWords) => string

/** Everything that this library has Alexa say. */
export interface Prompts {
  /** Why consent is needed and where to grant it; a card goes with it. */
  readonly askForConsent: Prompt
  /** Why consent is needed, before Alexa asks for it by voice in words of her own. */
  readonly askByVoice: Prompt
  /** When Alexa sent the customer to the app to grant it there. */
  readonly finishInApp: Prompt
  /** What is not set and where to fill it in. */
  readonly askToFillIn: Prompt
  readonly speakerUnknown: Prompt
  readonly tryLater: Prompt
  /** An apology for a mistake of the skill's developer. */
  readonly fixSkill: Prompt
  /** Going on with reduced function. */
  readonly goOnWithout: Prompt
  /** Not being able to go on. */
  readonly cannotGoOn: Prompt
}

/** One language. */
export interface Language {
  /** The fields as the object of a sentence, from how each is said. Default: joined. */
  readonly fieldList?: (names: readonly string[], join: PromptWords['join']) => string
  readonly prompts: Prompts
}
