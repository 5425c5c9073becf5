import type { ConsentAnswer, ConsentCard, ConsentPermission, CustomerData } from '@alexa-profile/emulator'

/** The state of the console, which the page's switches and fields show. */
export interface ConsoleState {
  readonly skill: SkillView
  /** The emulator's origin, which requests carry as `context.System.apiEndpoint`. */
  readonly apiEndpoint: string
  readonly locale: string
  /** The locales that the skill supports. Empty if they are not known. */
  readonly locales: readonly string[]
  /** What the customer can say to the skill. Undefined if the skill has no interaction model for the locale. */
  readonly model: ModelView | undefined
  /** The time that Alexa waits for a skill, in milliseconds. */
  readonly skillTimeoutMs: number
  readonly customers: readonly { readonly id: number; readonly name: string }[]
  /** The customer whose device and Alexa app the page shows. */
  readonly customer: CustomerView
  readonly declaredScopes: readonly string[]
  readonly situations: readonly SituationView[]
  /** Whether *Start over* can be undone, which is possible until the next turn. */
  readonly canUndoStartOver: boolean
  /** The file to which *Save* writes an exported test. Undefined without a folder for tests. */
  readonly testFile: string | undefined
  /** The mailbox's URL. Undefined without a mailbox. */
  readonly mailbox: string | undefined
  /**
   * The certificates that a skill's verifier must trust, as PEM. Undefined for a skill that is a function, which gets
   * no signature.
   */
  readonly signing: { readonly root: string; readonly certificateChain: string } | undefined
  /** The root of the emulator's certificate, as PEM. Undefined without `https`. */
  readonly certificateAuthority: string | undefined
}

/** The skill and its state. */
export interface SkillView {
  /** The skill's URL, or the file of its module. Undefined if neither is known. */
  readonly name: string | undefined
  /**
   * The status of the skill:
   *
   * - `none` there is no skill yet · `loading` · `loaded`
   * - `listening` it has responded at its URL · `unknown` nothing was sent to its URL yet
   * - `failed` it could not be loaded or reached
   */
  readonly status: 'none' | 'loading' | 'loaded' | 'listening' | 'unknown' | 'failed'
  /** The reason for a failure, in one line. */
  readonly problem?: string
  /** The location of a failure: `src/index.ts:12:5`. */
  readonly location?: string
}

export interface ModelView {
  readonly locale: string
  readonly invocationName: string | undefined
  readonly intents: readonly IntentView[]
}

export interface IntentView {
  readonly name: string
  readonly slots: readonly SlotView[]
  /** What customers say, at most 50 samples. */
  readonly samples: readonly string[]
}

export interface SlotView {
  readonly name: string
  readonly type: string
  /** Whether the slot has multiple values. */
  readonly multipleValues: boolean
}

/** What Alexa has on file for a customer or speaker, and the scopes that the skill may read. */
export interface PersonView {
  readonly data: CustomerData
  readonly granted: readonly string[]
}

export interface CustomerView extends PersonView {
  readonly id: number
  readonly skillEnabled: boolean
  readonly sessionOpen: boolean
  /** Whether a turn is in progress. */
  readonly busy: boolean
  readonly speakers: readonly (PersonView & { readonly id: number })[]
  /** The current speaker. Undefined if Alexa does not recognize the voice. */
  readonly speakerId: number | undefined
  /** The latest 20 consent cards, newest last. */
  readonly cards: readonly ConsentCardView[]
  /** The latest 20 voice consents, newest last. */
  readonly prompts: readonly ConsentPromptView[]
}

export interface ConsentCardView extends Pick<ConsentCard, 'permissions' | 'state'> {
  readonly id: number
}

export interface ConsentPromptView {
  /** The turn in which the skill made Alexa ask. */
  readonly turnId: number
  readonly permissions: readonly ConsentPermission[]
  /** The consent answer. `pending` can be answered. `dropped` means that the customer said something else. */
  readonly answer: 'pending' | 'dropped' | ConsentAnswer
}

export interface SituationView {
  readonly name: string
  /** The number of further requests that it affects. Undefined if it lasts until it is cleared. */
  readonly requests?: number
  readonly delayMs: number
}
