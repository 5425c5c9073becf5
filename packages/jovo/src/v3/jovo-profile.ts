import {
  assertFunctions,
  type ConsentAnswer,
  type ConsentCardOptions,
  type RespondToOptions as CoreOptions,
  createRequirement,
  type Heard,
  heardIn,
  lambdaTimeLeftMs,
  type Obstacle,
  type ProfileClient,
  type ProfileField,
  type ProfileReader,
  type Scope,
  type VoiceConsentRequest,
} from '@alexa-profile/core'
import type { Jovo } from 'jovo-core'
import { refusingReader } from '../refusing-reader.js'
import { envelopeOf, isAlexa } from './envelope.js'
import { handlerCall, type ShouldAsk } from './invocation.js'
import { showCard, startConnection } from './output.js'

/** How to ask, and what to say. */
export interface RespondToOptions extends Omit<CoreOptions, 'envelope' | 'waitingHandler'> {
  /** Whether to ask this customer for consent now, if `ask` is not set. Default: the plugin's option. */
  readonly shouldAsk?: ShouldAsk | undefined
  /**
   * Responds if Alexa asked by voice and the customer did not agree. Called like a handler, with the consent answer,
   * and with the original request in `this.$request`. Also called, with the answer `declined`, if the skill does not
   * ask: after the customer has declined in this session, or if `shouldAsk` returns false. Default: says that the skill
   * cannot continue, or how to continue in the app.
   */
  readonly declined?: ((this: Jovo, consentAnswer: ConsentAnswer) => unknown) | undefined
}

/**
 * `this.$profile`: reads the profile of the customer behind this request, and asks for consent. Its functions can be
 * destructured. On platforms other than Alexa, reading rejects with a `ProfileError` `envelope-invalid`.
 */
export interface JovoProfile extends ProfileReader, Heard {
  /**
   * Responds to a decision that keeps the skill from continuing: in the customer's language, with the consent card or
   * voice consent if consent is missing. After voice consent, this handler continues with the original request. After a
   * consent answer other than `accepted`, no decision is needed.
   *
   * @throws {ProfileError} (as a rejection) `decision-invalid`, `option-invalid`, `scope-not-declared`
   */
  respondTo(decision: Obstacle | undefined, options?: RespondToOptions): Promise<void>
  /**
   * Adds a consent card to the response. Say with `this.tell` why you ask.
   *
   * @throws {ProfileError} `scope-unknown` for an empty array or a misspelled name, `scope-not-declared`
   */
  showConsentCard(fieldsOrScopes: readonly (ProfileField | Scope)[], options?: ConsentCardOptions): void
  /**
   * Makes Alexa ask for consent by voice after the speech of `this.tell`, for your own flow. The handler
   * `ON_PERMISSION` receives the consent answer.
   *
   * @throws {ProfileError} `field-unknown` (also for a speaker's email), `scope-unknown` without a permission,
   *   `scope-not-declared`, `option-invalid` for a token that is too long
   */
  askByVoice(request: VoiceConsentRequest): void
}

export function createJovoProfile(client: ProfileClient, jovo: Jovo): JovoProfile {
  const envelope = envelopeOf(jovo)
  const reader = isAlexa(jovo)
    ? client.forInvocation(jovo, envelope, { timeLeftMs: () => lambdaTimeLeftMs(lambdaContextOf(jovo)) })
    : refusingReader(jovo.getPlatformType(), 'Check this.isAlexaSkill() first.')
  const responding: Pick<JovoProfile, 'respondTo' | 'showConsentCard' | 'askByVoice'> = {
    async respondTo(decision, options) {
      const { declined, ...asking } = { __proto__: null, ...options }
      assertFunctions({ declined })
      const requirement = createRequirement<Jovo>(asking, ['ask'])
      await requirement.respond(decision, handlerCall(jovo), declined?.bind(jovo))
    },
    showConsentCard: (fieldsOrScopes, options) => showCard(jovo, client.consentCard(fieldsOrScopes, options)),
    askByVoice: (request) => startConnection(jovo, client.voiceConsent(request)),
  }
  return Object.assign(Object.create(heardIn(envelope)), reader, responding)
}

/** Jovo's Lambda host keeps the arguments of its call. */
function lambdaContextOf({ $host }: Jovo): unknown {
  return 'context' in $host ? $host.context : undefined
}
