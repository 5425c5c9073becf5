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
 * For integrations: decides whether the skill may ask this customer for consent now. Amazon asks for seven days between
 * a decline and the next reminder.
 */
export type ShouldAskOf<Context> = (context: Context, decision: AskForConsent) => boolean | Promise<boolean>

/** For integrations: how a handler asks for consent, in every framework. */
export interface RequirementOptions<Context>
  extends Omit<RespondToOptions, 'envelope' | 'ask' | 'waitingHandler'>,
    Pick<ReadOptions, 'deadlineMs'> {
  /**
   * Whether to ask this customer for consent now. Not called after the customer has declined in this session, because
   * the skill then does not ask. Default: the integration's option `shouldAsk`, or always.
   */
  readonly shouldAsk?: ShouldAskOf<Context> | undefined
}

/** For integrations: the customer's fields to read, and how to ask for missing ones. */
export interface CustomerRequirement<Required extends ProfileField, Optional extends ProfileField, Context>
  extends ProfileRequirement<Required, Optional>,
    RequirementOptions<Context> {
  readonly level?: 'customer' | undefined
}

/**
 * For integrations: the recognized speaker's fields to read, and how to ask for missing ones. Speakers have no email
 * address.
 */
export interface SpeakerRequirement<Required extends SpeakerField, Optional extends SpeakerField, Context>
  extends ProfileRequirement<Required, Optional>,
    RequirementOptions<Context> {
  readonly level: 'speaker'
}

/** For integrations: any requirement, without the types of its fields and level. */
export interface AnyRequirement<Context>
  extends ProfileRequirement<ProfileField, ProfileField>,
    RequirementOptions<Context>,
    Pick<RespondToOptions, 'ask'> {
  readonly level?: ProfileLevel | undefined
}

/** For integrations: the names of the methods that a decorator's options refer to. */
export interface MethodNames<Declined extends string, Otherwise extends string> {
  /**
   * The method to call if Alexa asked by voice and the customer did not agree. Its argument is the consent answer, and
   * the request is the original one. It is also called, with the answer `declined`, if the skill does not ask: after
   * the customer has declined in this session, or if `shouldAsk` returns false. Default: says that the skill cannot
   * continue, or how to continue in the app.
   */
  readonly declined?: Declined | undefined
  /**
   * The method to call for every other decision. It also gets a function that builds the usual response. Default: the
   * usual response.
   */
  readonly otherwise?: Otherwise | undefined
}

/** For integrations: what a framework knows about one call of a handler. This is all that an integration translates. */
export interface HandlerCall<Context, Response> {
  readonly client: ProfileClient
  readonly reader: ProfileReader
  /** The argument of `shouldAsk`. */
  readonly context: Context
  /** The integration's option. The requirement's own takes precedence. */
  readonly shouldAsk: ShouldAskOf<Context> | undefined
  /** The envelope that the handler sees: after a consent answer, that of the waiting request. */
  readonly envelope: RequestEnvelope
  /** The consent answer that resumed this request. */
  readonly consentAnswer: ConsentAnswer | undefined
  /** Identifies the handler in the token of a voice consent, in every process. */
  readonly handler: string
  /** Changes the session attributes, if there is a session. */
  remember(change: (attributes: Readonly<Attributes>) => Attributes): void
  respond(response: AlexaResponse): Response | Promise<Response>
}

type Declined<Response> = (consentAnswer: ConsentAnswer) => Response | Promise<Response>

/** For integrations: the functions to call after a decision. */
export interface DecisionHandlers<Required extends ProfileField, Optional extends ProfileField, Response> {
  proceed(profile: Profile<Required, Optional>, decision: Proceed<Required, Optional>): Response | Promise<Response>
  /**
   * Called if the customer did not agree. Default: says that the skill cannot continue, or how to continue in the app.
   */
  readonly declined: Declined<Response> | undefined
  /** Responds to every decision but `proceed`. `respond` returns the usual response. */
  readonly otherwise:
    | ((decision: Obstacle, respond: () => Promise<Response>) => Response | Promise<Response>)
    | undefined
}

/** For integrations: what one handler requires. */
export interface Requirement<Context, Required extends ProfileField, Optional extends ProfileField> {
  /** A name that is the same in every process for handlers with the same requirement. Names handlers without a name. */
  readonly name: string
  /** Reads the required fields, and calls the function for the decision. */
  meet<Response>(
    call: HandlerCall<Context, Response>,
    handlers: DecisionHandlers<Required, Optional, Response>,
  ): Promise<Response>
  /**
   * Builds the usual response to a decision. No decision is needed after a consent answer other than `accepted`.
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
 * For integrations: checks a handler's requirement, once, when the handler is registered.
 *
 * @param optionNames the names of the integration's own options
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
      throw new ProfileError('decision-invalid', 'The decision is missing. Pass the result of `require`.')
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

/**
 * Whether the customer declined one of these fields. Before a deployment, the same handler may have asked for other
 * fields.
 */
function declines(consentAnswer: ConsentAnswer, fields: readonly ProfileField[]): boolean {
  return isDeclined(consentAnswer) && consentAnswer.fields.some((field) => fields.includes(field))
}
