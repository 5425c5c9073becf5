import {
  type AskForConsent,
  assertRequirement,
  type ConsentAnswer,
  isDeclined,
  type Obstacle,
  type Proceed,
  type Profile,
  type ProfileClient,
  type ProfileDecision,
  type ProfileField,
  type ProfileRequirement,
  planAsking,
  type ReadOptions,
  type RespondToOptions,
  rememberAnswer,
  rememberRefusal,
  type SpeakerField,
} from '@alexa-profile/core'
import type { HandlerInput, RequestHandler } from 'ask-sdk-core'
import type { Response } from 'ask-sdk-model'
import { readerOf, resumptionOf } from './invocation.js'

type Answer = Response | Promise<Response>
type Attributes = Record<string, unknown>

/** Whether the customer may be asked for consent now. A skill that keeps a memory says no for some days after a no. */
export type ShouldAsk = (input: HandlerInput, decision: AskForConsent) => boolean | Promise<boolean>

interface Asking
  extends Omit<RespondToOptions, 'envelope' | 'ask' | 'waitingHandler'>,
    Pick<ReadOptions, 'deadlineMs'> {
  /** Default: always. In a session in which the customer said no, this is not called and nobody asks. */
  readonly shouldAsk?: ShouldAsk | undefined
}

/** What to read of the customer, and how to ask where that is not enough. */
export interface RequireProfileOptions<Required extends ProfileField = never, Optional extends ProfileField = never>
  extends ProfileRequirement<Required, Optional>,
    Asking {
  readonly level?: 'customer' | undefined
}

/** The same of the recognized speaker, who has no email address. */
export interface RequireSpeakerOptions<Required extends SpeakerField = never, Optional extends SpeakerField = never>
  extends ProfileRequirement<Required, Optional>,
    Asking {
  readonly level: 'speaker'
}

/** A request handler that is only called with the profile it needs. */
export interface ProfileRequestHandler<Required extends ProfileField = never, Optional extends ProfileField = never> {
  canHandle(input: HandlerInput): boolean | Promise<boolean>
  /**
   * Also called when the customer has agreed by voice: then with the original request, in the context and session of
   * the one that brought the answer.
   *
   * @param profile every required value, and the optional ones that are there
   */
  handle(input: HandlerInput, profile: Profile<Required, Optional>, decision: Proceed<Required, Optional>): Answer
  /**
   * Answers every other decision in your own way.
   *
   * @param answer gives the answer that there would be without this function, for the decisions that you leave alone
   */
  otherwise?(input: HandlerInput, decision: Obstacle, answer: () => Promise<Response>): Answer
  /**
   * Answers when the customer was asked by voice and did not agree, with the original request: go on with less, say.
   * Also called, with the answer `denied`, where the customer is not to be asked: after a no in the same session, and
   * when `shouldAsk` says so. Default: says that the skill cannot go on, or where to go on in the app.
   */
  declined?(input: HandlerInput, answer: ConsentAnswer): Answer
}

/**
 * A `ProfileError` of a read goes to the skill's error handlers, as whatever else a handler throws.
 *
 * @throws {ProfileError} `option-invalid`, `field-unknown`: mistakes in the options show when the handler is made
 */
export function profileHandler<Required extends ProfileField, Optional extends ProfileField>(
  client: ProfileClient,
  options: ProfileRequirement<Required, Optional> & Asking & { readonly level?: 'customer' | 'speaker' | undefined },
  handler: ProfileRequestHandler<Required, Optional>,
): RequestHandler {
  assertRequirement(options, ['shouldAsk'])
  const { level = 'customer', required, optional, deadlineMs, shouldAsk, ...asking } = options
  /** The same in every process; the waiting request itself tells handlers apart that require the same. */
  const waitingHandler = `${level}:${[...(required ?? [])].join('+')}`
  const resumed = (input: HandlerInput) => {
    const resumption = resumptionOf(input)
    return resumption?.handler === waitingHandler ? resumption : undefined
  }

  async function decide(input: HandlerInput): Promise<ProfileDecision<Required, Optional>> {
    const reader = readerOf(client, input)
    const requirement = { required, optional }
    if (level === 'customer') return reader.require(requirement, { deadlineMs })
    // The types allow no email here, and the reader refuses it.
    return reader.speaker.require(requirement as ProfileRequirement<never, never>, { deadlineMs }) as Promise<
      ProfileDecision<Required, Optional>
    >
  }

  async function proceedOrAsk(input: HandlerInput, resumedBy?: ConsentAnswer): Promise<Response> {
    const decision = await decide(input)
    if (decision.action === 'proceed') return handler.handle(input, decision.profile, decision)
    const answer = () => answerTo(input, decision, resumedBy)
    return handler.otherwise === undefined ? answer() : handler.otherwise(input, decision, answer)
  }

  async function answerTo(
    input: HandlerInput,
    decision: Obstacle,
    resumedBy: ConsentAnswer | undefined,
  ): Promise<Response> {
    const { requestEnvelope: envelope } = input
    const { refusal, isLast, ...plan } = await planAsking(decision, {
      consent: asking.consent,
      envelope,
      resumedBy,
      shouldAsk: shouldAsk && ((asked) => shouldAsk(input, asked)),
    })
    if (refusal !== undefined && handler.declined !== undefined) return handler.declined(input, refusal)
    const response = client.respondTo(decision, { ...asking, ...plan, waitingHandler, envelope })
    if (isLast) remember(input, rememberRefusal)
    return response
  }

  /** A skill event resumes nothing, but a forged request could: without a session there is nothing to remember. */
  function remember(input: HandlerInput, change: (attributes: Attributes) => Attributes): HandlerInput {
    const { attributesManager, requestEnvelope } = input
    if (requestEnvelope.session === undefined) return input
    const attributes = change(attributesManager.getSessionAttributes())
    attributesManager.setSessionAttributes(attributes)
    return { ...input, requestEnvelope: { ...requestEnvelope, session: { ...requestEnvelope.session, attributes } } }
  }

  function decline(resumed: HandlerInput, answer: ConsentAnswer): Answer {
    const input = remember(resumed, (attributes) => rememberAnswer(attributes, answer))
    if (handler.declined !== undefined) return handler.declined(input, answer)
    return client.respondToAnswer(answer, { ...asking, envelope: input.requestEnvelope })
  }

  return {
    canHandle: (input) => handler.canHandle(resumed(input)?.input ?? input),
    async handle(input) {
      const resumption = resumed(input)
      if (resumption === undefined) return proceedOrAsk(input)
      if (isDeclined(resumption.answer)) return decline(resumption.input, resumption.answer)
      return proceedOrAsk(resumption.input, resumption.answer)
    },
  }
}
