import {
  type ConsentAnswer,
  type ConsentCardOptions,
  lambdaTimeLeftMs,
  type Obstacle,
  type ProfileClient,
  type ProfileField,
  type ProfileReader,
  type RespondToOptions,
  type Scope,
  type VoiceConsentRequest,
} from '@alexa-profile/core'
import type { Jovo } from 'jovo-core'
import { answerObstacle } from '../answer-obstacle.js'
import { type Heard, heardIn } from '../heard.js'
import { refusingReader } from '../refusing-reader.js'
import { envelopeOf, isAlexa } from './envelope.js'
import { answerWith, showCard, startConnection } from './output.js'
import type { ShouldAsk } from './should-ask.js'
import { answerFor, routeOf } from './waiting-request.js'

/** How to ask and what to say. */
export interface AnswerOptions extends Omit<RespondToOptions, 'envelope' | 'waitingHandler'> {
  /** Whether the customer may be asked for consent now, where `ask` does not say. Default: the plugin's. */
  readonly shouldAsk?: ShouldAsk | undefined
  /**
   * Answers when the customer was asked by voice and did not agree; called as a handler is, with the answer, and the
   * original request as `this.$request`. Also called, with the answer `denied`, where the customer is not to be asked:
   * after a no in the same session, and when `shouldAsk` says so. Default: says that the skill cannot go on, or where to
   * go on in the app.
   */
  readonly declined?: ((this: Jovo, answer: ConsentAnswer) => unknown) | undefined
}

/**
 * `this.$profile`: reads the profile of the customer who sent this request, and asks for consent. Its functions may be
 * taken apart. On other platforms than Alexa, reading rejects with a `ProfileError` `envelope-invalid`.
 */
export interface JovoProfile extends ProfileReader, Heard {
  /**
   * Answers for a decision that keeps the skill from going on: the right words in the customer's language, and the
   * consent card or voice consent where consent is missing. With voice consent, the customer's answer brings the
   * original request back to this handler; when it is no, this says so, and needs no decision.
   *
   * @throws {ProfileError} (as a rejection) `decision-invalid`, `option-invalid`, `scope-not-declared`
   */
  respondTo(decision: Obstacle | undefined, options?: AnswerOptions): Promise<void>
  /**
   * Adds a consent card to the answer; `this.tell` says what for.
   *
   * @throws {ProfileError} `scope-unknown` for none or a misspelt one, `scope-not-declared`
   */
  showConsentCard(fieldsOrScopes: readonly (ProfileField | Scope)[], options?: ConsentCardOptions): void
  /**
   * Has Alexa ask for consent by voice after what `this.tell` says, for a flow of your own: the handler `ON_PERMISSION`
   * takes the answer.
   *
   * @throws {ProfileError} `field-unknown` (also for a speaker's email), `scope-unknown` when there is none,
   *   `scope-not-declared`, `option-invalid` for a token that is too long
   */
  askByVoice(request: VoiceConsentRequest): void
}

export function createJovoProfile(client: ProfileClient, jovo: Jovo, shouldAsk: ShouldAsk | undefined): JovoProfile {
  const envelope = envelopeOf(jovo)
  const reader = isAlexa(jovo)
    ? client.forInvocation(jovo, envelope, { timeLeftMs: () => lambdaTimeLeftMs(lambdaContextOf(jovo)) })
    : refusingReader(jovo.getPlatformType(), 'ask if (this.isAlexaSkill()) first.')
  const heard = heardIn(envelope)
  const answering: Pick<JovoProfile, 'respondTo' | 'showConsentCard' | 'askByVoice'> = {
    async respondTo(decision, { declined, shouldAsk: own = shouldAsk, ...asking } = {}) {
      const options = { ...asking, envelope: envelopeOf(jovo), waitingHandler: routeOf(jovo) }
      await answerObstacle<unknown>(decision, options, {
        client,
        declined: declined?.bind(jovo),
        respond: (response) => answerWith(jovo, response),
        resumedBy: answerFor(jovo),
        sessionData: jovo.$session.$data,
        shouldAsk: own && ((asked) => own(jovo, asked)),
      })
    },
    showConsentCard: (fieldsOrScopes, options) => showCard(jovo, client.consentCard(fieldsOrScopes, options)),
    askByVoice: (request) => startConnection(jovo, client.voiceConsent(request)),
  }
  return Object.assign(Object.create(heard), reader, answering)
}

/** Jovo's Lambda host keeps what Lambda called it with. */
function lambdaContextOf({ $host }: Jovo): unknown {
  return 'context' in $host ? $host.context : undefined
}
