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

/** How to ask and what to say. */
export interface RespondToOptions extends Omit<CoreOptions, 'envelope' | 'waitingHandler'> {
  /** Whether to ask this customer for consent now, unless `ask` says it. Default: the plugin's. */
  readonly shouldAsk?: ShouldAsk | undefined
  /**
   * Responds when Alexa asked the customer by voice and they did not agree. It is called as a handler is, with the consent
   * answer, and has the original request as `this.$request`. Also called, with the answer `declined`, if the skill does not
   * ask: after the customer has declined in the same session, and when `shouldAsk` returns false. Default: says that the
   * skill cannot go on, or where to continue in the app.
   */
  readonly declined?: ((this: Jovo, consentAnswer: ConsentAnswer) => unknown) | undefined
}

/**
 * `this.$profile`: reads the profile of the customer who sent this request, and asks for consent. You may destructure its
 * functions. On other platforms than Alexa, reading rejects with a `ProfileError` `envelope-invalid`.
 */
export interface JovoProfile extends ProfileReader, Heard {
  /**
   * Responds to a decision that keeps the skill from going on: the right words in the customer's language, and the consent
   * card or voice consent if consent is missing. With voice consent, the consent answer brings the original request back to
   * this handler. After a consent answer that is no consent, this says so, and needs no decision.
   *
   * @throws {ProfileError} (as a rejection) `decision-invalid`, `option-invalid`, `scope-not-declared`
   */
  respondTo(decision: Obstacle | undefined, options?: RespondToOptions): Promise<void>
  /**
   * Adds a consent card to the response; `this.tell` says what for.
   *
   * @throws {ProfileError} `scope-unknown` for none or a misspelt one, `scope-not-declared`
   */
  showConsentCard(fieldsOrScopes: readonly (ProfileField | Scope)[], options?: ConsentCardOptions): void
  /**
   * Makes Alexa ask for consent by voice after what `this.tell` says, for a flow of your own: the handler `ON_PERMISSION`
   * takes the consent answer.
   *
   * @throws {ProfileError} `field-unknown` (also for a speaker's email), `scope-unknown` when there is none,
   *   `scope-not-declared`, `option-invalid` for a token that is too long
   */
  askByVoice(request: VoiceConsentRequest): void
}

export function createJovoProfile(client: ProfileClient, jovo: Jovo): JovoProfile {
  const envelope = envelopeOf(jovo)
  const reader = isAlexa(jovo)
    ? client.forInvocation(jovo, envelope, { timeLeftMs: () => lambdaTimeLeftMs(lambdaContextOf(jovo)) })
    : refusingReader(jovo.getPlatformType(), 'ask if (this.isAlexaSkill()) first.')
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

/** Jovo's Lambda host keeps what Lambda called it with. */
function lambdaContextOf({ $host }: Jovo): unknown {
  return 'context' in $host ? $host.context : undefined
}
