/** All that is neither a turn nor another thing that happened: what the switches and fields of the page show. */
export interface ConsoleState {
  readonly skill: SkillView
  /** The emulator's origin: what requests carry as `context.System.apiEndpoint`. */
  readonly apiEndpoint: string
  readonly locale: string
  /** What the skill can be asked in the current locale; undefined when there is no interaction model. */
  readonly model: ModelView | undefined
  /** Milliseconds that Alexa waits for a skill. */
  readonly skillTimeoutMs: number
  readonly households: readonly { readonly id: number; readonly name: string }[]
  /** Whose device is talked to, and whose Alexa app is shown. */
  readonly household: HouseholdView
  readonly declaredScopes: readonly string[]
  readonly situations: readonly SituationView[]
  /** The mailbox's URL; undefined when there is none. */
  readonly mailbox: string | undefined
  /** PEM of what a skill's verifier has to trust; undefined for a skill that is a function, as that is sent no signature. */
  readonly signing: { readonly root: string; readonly certificateChain: string } | undefined
  /** PEM of the root of the emulator's own certificate; undefined without `https`. */
  readonly certificateAuthority: string | undefined
}

export interface SkillView {
  readonly kind: 'url' | 'function' | 'none'
  readonly url?: string
}

export interface ModelView {
  readonly invocationName: string | undefined
  readonly intents: readonly IntentView[]
}

export interface IntentView {
  readonly name: string
  readonly slots: readonly { readonly name: string; readonly type: string }[]
  /** At most 50. */
  readonly samples: readonly string[]
}

export interface HouseholdView {
  readonly id: number
  readonly customer: PersonView
  readonly skillEnabled: boolean
  readonly sessionOpen: boolean
  /** Whether a turn is under way. */
  readonly busy: boolean
  readonly speakers: readonly (PersonView & { readonly id: number })[]
  /** Who talks; undefined is somebody whom Alexa does not recognize. */
  readonly speakerId: number | undefined
  /** Consent cards, the latest 20, newest last. */
  readonly cards: readonly ConsentCardView[]
  /** What Alexa asked by voice, the latest 20, newest last. */
  readonly prompts: readonly ConsentPromptView[]
}

export interface PersonView {
  readonly data: {
    readonly name?: string
    readonly givenName?: string
    readonly email?: string
    readonly mobileNumber?: { readonly countryCode?: string; readonly phoneNumber: string }
  }
  readonly granted: readonly string[]
}

export interface ConsentCardView {
  readonly id: number
  readonly permissions: readonly string[]
  readonly state: 'open' | 'granted' | 'ignored'
}

export interface ConsentPromptView {
  /** Of the turn in which the skill made Alexa ask. */
  readonly turnId: number
  readonly permissions: readonly { readonly scope: string; readonly level: 'customer' | 'speaker' }[]
  /** `pending` can be answered; `dropped` was talked past. */
  readonly answer: 'pending' | 'dropped' | 'accept' | 'deny' | 'silence' | 'redirect' | 'failure'
}

export interface SituationView {
  readonly name: string
  /** How many more requests it lasts for; undefined until it is switched off. */
  readonly requests?: number
  readonly delayMs: number
}
