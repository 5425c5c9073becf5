import type { ProfileField } from '../../fields/fields.js'

/** Where the customer can add missing data: in the account's profile, in the device's settings, or in both. */
export type FillInPlace = 'profile' | 'device' | 'both'

/** The parts of a prompt. All strings are already escaped for SSML. */
export interface PromptWords {
  readonly locale: string
  readonly fields: readonly ProfileField[]
  /** The fields as the object of a sentence: `your first name and email address`. */
  readonly fieldList: string
  /** Where the customer can add the missing data. */
  readonly fillInAt: FillInPlace
  /** What the skill will do with the data, in the form that follows "to" in English: `book your table`. */
  readonly purpose: string | undefined
  readonly skillName: string | undefined
  /** Joins a list as the language does: `a, b, and c`. */
  readonly join: (parts: readonly string[]) => string
}

/** Returns the SSML between `<speak>` and `</speak>`. */
export type Prompt = (words: PromptWords) => string

/** Every prompt that this library lets Alexa say. */
export interface Prompts {
  /** Says why consent is needed and where to grant it. Sent with a consent card. */
  readonly askForConsent: Prompt
  /** Says why consent is needed, before Alexa asks for it by voice in its own words. */
  readonly askByVoice: Prompt
  /** Says how to continue after Alexa sent the customer to the app. */
  readonly finishInApp: Prompt
  /** Says which data is missing and where to add it. */
  readonly askToFillIn: Prompt
  readonly speakerUnknown: Prompt
  readonly tryLater: Prompt
  /** Apologizes for a mistake that the skill's developer must fix. */
  readonly fixSkill: Prompt
  /** Says that the skill continues without some of the data. */
  readonly goOnWithout: Prompt
  /** Says that the skill cannot continue. */
  readonly cannotGoOn: Prompt
}

/** One language. */
export interface Language {
  /** Joins the fields into the object of a sentence. Default: `join`. */
  readonly fieldList?: (names: readonly string[], join: PromptWords['join']) => string
  readonly prompts: Prompts
}
