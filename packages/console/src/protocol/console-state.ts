import type { ConsentAnswer, ConsentCard, ConsentPermission, CustomerData } from '@alexa-profile/emulator'

/** Everything that is not an event: what the switches and fields of the page show. */
export interface ConsoleState {
  readonly skill: SkillView
  /** The emulator's origin: what requests carry as `context.System.apiEndpoint`. */
  readonly apiEndpoint: string
  readonly locale: string
  /** Those that the skill supports; empty if that is not known. */
  readonly locales: readonly string[]
  /** What the customer can say to the skill; undefined if the skill has no interaction model for the locale. */
  readonly model: ModelView | undefined
  /** Milliseconds that Alexa waits for a skill. */
  readonly skillTimeoutMs: number
  readonly customers: readonly { readonly id: number; readonly name: string }[]
  /** The customer whose device is talked to, and whose Alexa app is shown. */
  readonly customer: CustomerView
  readonly declaredScopes: readonly string[]
  readonly situations: readonly SituationView[]
  /** Whether *Start over* can be undone: until the next turn. */
  readonly canUndoStartOver: boolean
  /** The file that *Save* writes an exported test to; undefined when the console knows no test folder. */
  readonly testFile: string | undefined
  /** The mailbox's URL; undefined when there is none. */
  readonly mailbox: string | undefined
  /** PEM of what a skill's verifier has to trust; undefined for a skill that is a function, which gets no signature. */
  readonly signing: { readonly root: string; readonly certificateChain: string } | undefined
  /** PEM of the root of the emulator's own certificate; undefined without `https`. */
  readonly certificateAuthority: string | undefined
}

/** The skill, and what is known of its state. */
export interface SkillView {
  /** Its URL or the file of its module; undefined when neither is known. */
  readonly name: string | undefined
  /**
   * - `none` there is no skill yet · `loading` · `loaded`
   * - `listening` at its URL, and it has responded · `unknown` at its URL, and nothing was sent there yet
   * - `failed` it could not be loaded, or could not be reached
   */
  readonly status: 'none' | 'loading' | 'loaded' | 'listening' | 'unknown' | 'failed'
  /** Why it has failed: one line. */
  readonly problem?: string
  /** Where: `src/index.ts:12:5`. */
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
  /** At most 50. */
  readonly samples: readonly string[]
}

export interface SlotView {
  readonly name: string
  readonly type: string
  /** Whether the slot collects several values. */
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
  /** Whether a turn is under way. */
  readonly busy: boolean
  readonly speakers: readonly (PersonView & { readonly id: number })[]
  /** Who talks; undefined when Alexa does not recognize the voice. */
  readonly speakerId: number | undefined
  /** Consent cards, the latest 20, newest last. */
  readonly cards: readonly ConsentCardView[]
  /** What Alexa asked by voice, the latest 20, newest last. */
  readonly prompts: readonly ConsentPromptView[]
}

export interface ConsentCardView extends Pick<ConsentCard, 'permissions' | 'state'> {
  readonly id: number
}

export interface ConsentPromptView {
  /** Of the turn in which the skill made Alexa ask. */
  readonly turnId: number
  readonly permissions: readonly ConsentPermission[]
  /** `pending` can be answered; `dropped` when the customer said something else. */
  readonly answer: 'pending' | 'dropped' | ConsentAnswer
}

export interface SituationView {
  readonly name: string
  /** How many more requests it lasts for; undefined until it is switched off. */
  readonly requests?: number
  readonly delayMs: number
}
