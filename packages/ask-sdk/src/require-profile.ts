import {
  type AskForConsent,
  type ConsentAnswer,
  isDeclined,
  type Obstacle,
  type Proceed,
  type Profile,
  type ProfileClient,
  type ProfileDecision,
  type ProfileField,
  type ProfileRequirement,
  type ReadOptions,
  type RespondToOptions,
  rememberAnswer,
  type SpeakerField,
  wasRefused,
} from '@alexa-profile/core'
import type { HandlerInput, RequestHandler } from 'ask-sdk-core'
import type { Response } from 'ask-sdk-model'
import { readerOf, resumptionOf } from './invocation.js'

type Answer = Response | Promise<Response>

/** Whether the customer may be asked for consent now. A skill that keeps a memory says no for some days after a no. */
export type ShouldAsk = (input: HandlerInput, decision: AskForConsent) => boolean | Promise<boolean>

interface Asking
  extends Omit<RespondToOptions, 'envelope' | 'ask' | 'waitingHandler'>,
    Pick<ReadOptions, 'deadlineMs'> {
  /** Default: always. In a session in which the customer said no, this is not called and nobody asks. */
  readonly shouldAsk?: ShouldAsk | undefined
}

/** What to read of the customer, and how to ask where that is not enough. */
export interface RequireProfileOptions<Required extends ProfileField, Optional extends ProfileField>
  extends ProfileRequirement<Required, Optional>,
    Asking {
  readonly level?: 'customer' | undefined
}

/** The same of the recognized speaker, who has no email address. */
export interface RequireSpeakerOptions<Required extends SpeakerField, Optional extends SpeakerField>
  extends ProfileRequirement<Required, Optional>,
    Asking {
  readonly level: 'speaker'
}

/** A request handler that is only called with the profile it needs. */
export interface ProfileRequestHandler<Required extends ProfileField, Optional extends ProfileField> {
  canHandle(input: HandlerInput): boolean | Promise<boolean>
  /**
   * Also called when the customer has agreed by voice: then with the original request, in the context and session of
   * the one that brought the answer.
   *
   * @param profile every required value, and the optional ones that are there
   */
  handle(input: HandlerInput, profile: Profile<Required, Optional>, decision: Proceed<Required, Optional>): Answer
  /** Answers every other decision in your own way. Default: `respondTo`. */
  otherwise?(input: HandlerInput, decision: Obstacle): Answer
  /**
   * Answers when the customer was asked by voice and did not agree, with the original request: go on with less, say.
   * Also called, with the answer `denied`, in place of asking again in the same session. Default: says that the skill
   * cannot go on, or where to go on in the app.
   */
  declined?(input: HandlerInput, answer: ConsentAnswer): Answer
}

/** A `ProfileError` goes to the skill's error handlers, as whatever else a handler throws. */
export function profileHandler<Required extends ProfileField, Optional extends ProfileField>(
  client: ProfileClient,
  options: ProfileRequirement<Required, Optional> & Asking & { readonly level?: 'customer' | 'speaker' | undefined },
  handler: ProfileRequestHandler<Required, Optional>,
): RequestHandler {
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

  /** @param consent overrides how to ask */
  async function answer(input: HandlerInput, consent: RespondToOptions['consent']): Promise<Response> {
    const decision = await decide(input)
    if (decision.action === 'proceed') return handler.handle(input, decision.profile, decision)
    if (handler.otherwise !== undefined) return handler.otherwise(input, decision)
    if (handler.declined !== undefined && decision.action === 'ask-for-consent' && wasRefused(input.requestEnvelope)) {
      return handler.declined(input, { answer: 'denied', fields: decision.fields })
    }
    const ask = decision.action !== 'ask-for-consent' || !shouldAsk || (await shouldAsk(input, decision))
    const how = { ...asking, ...(consent && { consent }), ask, waitingHandler }
    return client.respondTo(decision, { ...how, envelope: input.requestEnvelope })
  }

  function decline(input: HandlerInput, refusal: ConsentAnswer): Answer {
    const { attributesManager } = input
    attributesManager.setSessionAttributes(rememberAnswer(attributesManager.getSessionAttributes(), refusal))
    if (handler.declined !== undefined) return handler.declined(input, refusal)
    return client.respondToAnswer(refusal, { ...asking, envelope: input.requestEnvelope })
  }

  return {
    canHandle: (input) => handler.canHandle(resumed(input)?.input ?? input),
    async handle(input) {
      const resumption = resumed(input)
      if (resumption === undefined) return answer(input, undefined)
      if (isDeclined(resumption.answer)) return decline(resumption.input, resumption.answer)
      // Alexa has asked by voice, or cannot: where that was not enough, the card is what is left.
      return answer(resumption.input, 'card')
    },
  }
}
