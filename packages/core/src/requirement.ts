import { rememberDeclined } from './ask/declined.js'
import { isHeard } from './ask/is-heard.js'
import { planAsking } from './ask/plan-asking.js'
import { checkPromptOptions } from './ask/prompts/prompts.js'
import { type AlexaResponse, checkConsent, type RespondToOptions } from './ask/respond-to.js'
import { assertFunctions } from './base/check-functions.js'
import { withoutPrototype } from './base/own.js'
import { ProfileError } from './base/profile-error.js'
import { assertRequirement } from './decide/assert-requirement.js'
import type { AskForConsent, Obstacle, Proceed, Profile, ProfileDecision, ProfileRequirement } from './decide/decide.js'
import type { ProfileField, ProfileLevel, SpeakerField } from './fields/fields.js'
import { type ConsentAnswer, isDeclined } from './hear/consent-answer.js'
import type { LevelReader, ProfileClient, ProfileReader } from './profile-client.js'
import type { RequestEnvelope } from './read/envelope.js'
import type { ReadOptions } from './read/field-reader.js'

type Attributes = Record<string, unknown>

/**
 * For integrations: whether the skill may ask this customer for consent now. Amazon wants seven days between a decline and
 * the next reminder.
 */
export type ShouldAskOf<Context> = (context: Context, decision: AskForConsent) => boolean | Promise<boolean>

/** For integrations: how a handler asks for what it requires, in every framework. */
export interface RequirementOptions<Context>
  extends Omit<RespondToOptions, 'envelope' | 'ask' | 'waitingHandler'>,
    Pick<ReadOptions, 'deadlineMs'> {
  /**
   * Whether to ask this customer for consent now. It is not called after the customer has declined in the session: then
   * the skill does not ask. Default: the integration's option `shouldAsk`, or always.
   */
  readonly shouldAsk?: ShouldAskOf<Context> | undefined
}

/** For integrations: what to read about the customer, and how to ask for what is missing. */
export interface CustomerRequirement<Required extends ProfileField, Optional extends ProfileField, Context>
  extends ProfileRequirement<Required, Optional>,
    RequirementOptions<Context> {
  readonly level?: 'customer' | undefined
}

/** For integrations: the same for the recognized speaker, who has no email address. */
export interface SpeakerRequirement<Required extends SpeakerField, Optional extends SpeakerField, Context>
  extends ProfileRequirement<Required, Optional>,
    RequirementOptions<Context> {
  readonly level: 'speaker'
}

/** For integrations: any requirement, without the types that tell its fields and levels apart. */
export interface AnyRequirement<Context>
  extends ProfileRequirement<ProfileField, ProfileField>,
    RequirementOptions<Context>,
    Pick<RespondToOptions, 'ask'> {
  readonly level?: ProfileLevel | undefined
}

/** For integrations: the methods that a decorator's options name, of the class that it decorates. */
export interface MethodNames<Declined extends string, Otherwise extends string> {
  /**
   * The method that responds when Alexa asked the customer by voice and they did not agree. It is called with the consent
   * answer, and the request is the original one. Also called, with the answer `declined`, if the skill does not ask: after
   * the customer has declined in the same session, and when `shouldAsk` returns false. Default: says that the skill cannot
   * go on, or where to continue in the app.
   */
  readonly declined?: Declined | undefined
  /** The method that responds to every other decision. Default: the usual response, which the method can get, too. */
  readonly otherwise?: Otherwise | undefined
}

/** For integrations: what a framework knows about one call of a handler. An integration translates this and nothing else. */
export interface HandlerCall<Context, Response> {
  readonly client: ProfileClient
  readonly reader: ProfileReader
  /** What `shouldAsk` is called with. */
  readonly context: Context
  /** The integration's own option; the requirement's comes first. */
  readonly shouldAsk: ShouldAskOf<Context> | undefined
  /** As the handler sees it: after a consent answer, the waiting request. */
  readonly envelope: RequestEnvelope
  /** The consent answer that brought the request back to this handler. */
  readonly consentAnswer: ConsentAnswer | undefined
  /** Identifies the handler in the token of a voice consent, in every process. */
  readonly handler: string
  /** Changes the session attributes, if there is a session. */
  remember(change: (attributes: Readonly<Attributes>) => Attributes): void
  respond(response: AlexaResponse): Response | Promise<Response>
}

type Declined<Response> = (consentAnswer: ConsentAnswer) => Response | Promise<Response>

/** For integrations: what a skill does with a decision. */
export interface DecisionHandlers<Required extends ProfileField, Optional extends ProfileField, Response> {
  proceed(profile: Profile<Required, Optional>, decision: Proceed<Required, Optional>): Response | Promise<Response>
  /** Default: says that the skill cannot go on, or where to continue in the app. */
  readonly declined: Declined<Response> | undefined
  /** Responds to every decision but `proceed`. `respond` gives the usual response. */
  readonly otherwise:
    | ((decision: Obstacle, respond: () => Promise<Response>) => Response | Promise<Response>)
    | undefined
}

/** For integrations: what one handler requires. */
export interface Requirement<Context, Required extends ProfileField, Optional extends ProfileField> {
  /** The same for handlers that require the same, in every process: a name for handlers that have none. */
  readonly name: string
  /** Reads what is required, and calls what the decision says. */
  meet<Response>(
    call: HandlerCall<Context, Response>,
    handlers: DecisionHandlers<Required, Optional, Response>,
  ): Promise<Response>
  /**
   * The usual response to a decision. After a consent answer that is no consent, it needs no decision.
   *
   * @throws {ProfileError} (as a rejection) `decision-invalid`, `option-invalid`, `scope-not-declared`
   */
  respond<Response>(
    decision: Obstacle | undefined,
    call: HandlerCall<Context, Response>,
    declined?: Declined<Response> | undefined,
  ): Promise<Response>
}

/**
 * For integrations: what one handler requires, checked once, when the handler is registered.
 *
 * @param optionNames of options that the integration has besides
 * @throws {ProfileError} `option-unknown`, `option-invalid`, `field-unknown`
 */
export function createRequirement<
  Context,
  Required extends ProfileField = ProfileField,
  Optional extends ProfileField = ProfileField,
>(
  options: AnyRequirement<Context> & ProfileRequirement<Required, Optional>,
  optionNames: readonly string[] = [],
): Requirement<Context, Required, Optional> {
  assertRequirement(options, ['shouldAsk', ...optionNames])
  const {
    level = 'customer',
    required = [],
    optional = [],
    deadlineMs,
    shouldAsk,
    ask,
    ...asking
  } = withoutPrototype(options)
  assertFunctions({ shouldAsk })
  checkConsent(asking.consent)
  checkPromptOptions(asking)
  const requirement = { required, optional }
  const readOptions = { deadlineMs }

  function decide(reader: ProfileReader): Promise<ProfileDecision<Required, Optional>> {
    // `assertRequirement` has checked that speakers have these fields.
    const leveled = level === 'speaker' ? (reader.speaker as LevelReader<ProfileField>) : reader
    return leveled.require(requirement, readOptions)
  }

  async function decline<Response>(
    consentAnswer: ConsentAnswer,
    call: HandlerCall<Context, Response>,
    declined: Declined<Response> | undefined,
  ): Promise<Response> {
    if (declined !== undefined) return declined(consentAnswer)
    const { client, envelope } = call
    return call.respond(client.respondToConsentAnswer(consentAnswer, { ...asking, envelope }))
  }

  async function askFor<Response>(
    decision: AskForConsent,
    call: HandlerCall<Context, Response>,
    declined: Declined<Response> | undefined,
  ): Promise<Response> {
    const { client, consentAnswer, context, envelope } = call
    if (consentAnswer && declines(consentAnswer, decision.fields)) return decline(consentAnswer, call, declined)
    const decides = shouldAsk ?? call.shouldAsk
    const plan = await planAsking(decision, {
      ask,
      askedByVoice: consentAnswer?.fields ?? [],
      consent: asking.consent,
      envelope,
      shouldAsk: decides && ((asked) => decides(context, asked)),
    })
    if (!plan.ask && declined !== undefined)
      return declined({ answer: 'declined', fields: decision.fields, scopes: [] })
    const options = { ...asking, ask: plan.ask, consent: plan.consent, envelope, waitingHandler: call.handler }
    const response = client.respondTo(decision, options)
    if (plan.isLast) call.remember(rememberDeclined)
    return call.respond(response)
  }

  const respond: Requirement<Context, Required, Optional>['respond'] = async (decision, call, declined) => {
    const { client, consentAnswer, envelope } = call
    if (decision === undefined) {
      if (consentAnswer && isDeclined(consentAnswer)) return decline(consentAnswer, call, declined)
      throw new ProfileError('decision-invalid', 'Pass the decision that `require` returned.')
    }
    if (decision.action === 'ask-for-consent' && isHeard(envelope)) return askFor(decision, call, declined)
    return call.respond(client.respondTo(decision, { ...asking, envelope }))
  }

  return {
    name: `${level}:${[...new Set(required)].sort().join('+')}`,
    respond,
    async meet(call, { proceed, declined, otherwise }) {
      const { consentAnswer, reader } = call
      if (consentAnswer && declines(consentAnswer, required)) return decline(consentAnswer, call, declined)
      const decision = await decide(reader)
      if (decision.action === 'proceed') return proceed(decision.profile, decision)
      const usual = () => respond(decision, call, declined)
      return otherwise === undefined ? usual() : otherwise(decision, usual)
    },
  }
}

/** Whether the customer declined one of these fields. Before a deployment, the same handler may have asked for others. */
function declines(consentAnswer: ConsentAnswer, fields: readonly ProfileField[]): boolean {
  return isDeclined(consentAnswer) && consentAnswer.fields.some((field) => fields.includes(field))
}
