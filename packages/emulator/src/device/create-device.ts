import { EmulatorError } from '../base/emulator-error.js'
import { newSession, type Session, type SessionState } from '../wire/envelope.js'
import type { DeviceRequest } from '../wire/request.js'
import { type ConsentAnswer, sessionResumed } from './consent-answer.js'
import type { Device } from './device.js'
import type { DeviceParts } from './device-parts.js'
import { createDeviceState } from './device-state.js'
import { askedBefore, dialogRequest } from './dialog.js'
import { createExchange, type SentWith } from './exchange.js'
import { createIntent, type IntentContext, type SlotValues } from './intent.js'
import { launchRequest } from './launch-request.js'
import type { Turn } from './turn.js'
import { type Understood, understandWords, yesOrNo } from './words.js'

export function createDevice(parts: DeviceParts): Device {
  const { customer, definition } = parts
  const state = createDeviceState(parts)
  const exchange = createExchange(state, parts)

  /** Takes a turn, and the turns that follow without an utterance, when the skill delegates and nothing is left to ask. */
  async function send(request: DeviceRequest, current: SessionState, more: SentWith = {}): Promise<Turn> {
    state.assertLocale()
    const asked = askedBefore(request, state.intentContext())
    if (asked !== undefined) {
      state.envelope(request, current) // Throws after close(), and while the skill is disabled.
      return exchange.withoutSkill(current, more, asked)
    }
    const { turn, next } = await exchange.withSkill(request, current, more)
    return next ? send(next.request, next.session, { understood: more.understood, isDelegated: true }) : turn
  }

  function sendIntent(name: string, slots: SlotValues, context: IntentContext, more?: SentWith): Promise<Turn> {
    const { session = newSession(), dialog } = state.openSession ?? {}
    return send(dialogRequest(createIntent(name, slots, context), dialog, context), session, more)
  }

  /** Alexa repeats the question that it, or the skill, has asked the customer to confirm. */
  function askAgain(understood: Understood): Turn {
    const { session = newSession(), dialog, reprompt, speech } = state.openSession ?? {}
    const asked = reprompt ?? speech
    const prompt = dialog?.prompt ?? (asked === undefined ? undefined : { type: 'PlainText' as const, value: asked })
    return exchange.withoutSkill(session, { understood }, dialog && { ...dialog, prompt })
  }

  /** Sends the end of the session only if the skill has received a request in it. */
  async function endSession(
    reason: 'USER_INITIATED' | 'EXCEEDED_MAX_REPROMPTS',
    session: SessionState,
    heard?: string,
  ): Promise<Turn> {
    if (session.new) return exchange.withoutSkill(session, { heard }, undefined)
    return send({ type: 'SessionEndedRequest', reason }, session, { heard })
  }

  async function answerConsent(answer: ConsentAnswer): Promise<Turn> {
    const { session, consentRequest } = state.openSession ?? {}
    if (session === undefined || consentRequest === undefined) {
      throw new EmulatorError(
        'consent-not-pending',
        'Alexa is not asking for consent. Call answerConsent() only if the previous turn has a consentRequest.',
      )
    }
    const { speaker } = state
    const context = { declaredScopes: definition.declaredScopes(), hasSpeaker: speaker !== undefined }
    const request = sessionResumed(consentRequest, answer, context)
    const { status } = request.cause.result ?? {}
    if (status === 'ACCEPTED') customer.grantByVoice(consentRequest.permissions, speaker)
    if (status === 'REDIRECT_TO_APP') customer.redirectToApp(consentRequest.permissions, speaker)
    return send(request, session)
  }

  return {
    customer,
    get speaker() {
      return state.speaker
    },
    set speaker(changed) {
      state.speaker = changed
    },
    get locale() {
      return state.locale
    },
    set locale(changed) {
      state.locale = changed
    },
    get skill() {
      return state.skill
    },
    set skill(changed) {
      state.skill = changed
    },
    get sessionOpen() {
      return state.openSession !== undefined
    },
    open: async (options = {}) => send(launchRequest(options), newSession()),
    async say(words) {
      state.assertLocale()
      if (state.openSession?.consentRequest !== undefined) {
        const reply = await yesOrNo(words, state.listening())
        if (reply !== undefined) return answerConsent(reply.intent === 'AMAZON.YesIntent' ? 'accept' : 'deny')
      }
      const { understood, matches } = await understandWords(words, state.listening())
      const { intent, slots } = understood
      if (understood.stage === 'repeat') return askAgain(understood)
      if (intent === undefined) return send(launchRequest({}), newSession(), { understood })
      return sendIntent(intent, slots, state.intentContext(matches), { understood })
    },
    async intent(name, slots = {}) {
      state.assertLocale()
      return sendIntent(name, slots, state.intentContext())
    },
    async silence() {
      const current = state.openSession
      if (current === undefined) {
        throw new EmulatorError(
          'session-not-open',
          'No session is open on this device, so Alexa does not listen. Call open() or intent() first.',
        )
      }
      if (current.consentRequest !== undefined) return answerConsent('silence')
      return endSession('EXCEEDED_MAX_REPROMPTS', current.session, current.reprompt)
    },
    answerConsent,
    async end() {
      const session = state.openSession?.session
      if (session === undefined) throw new EmulatorError('session-not-open', 'Call open() or intent() first.')
      return endSession('USER_INITIATED', session)
    },
    async replay(turn) {
      if (turn.request === undefined) {
        throw new EmulatorError(
          'option-invalid',
          'This turn cannot be replayed because it has no request: Alexa asked the question itself.',
        )
      }
      const { request, session } = turn.request
      const { requestId: _id, timestamp: _time, ...again } = structuredClone(request)
      return send(again, session ? stateOf(session) : newSession())
    },
  }
}

function stateOf({ new: isNew, sessionId, attributes }: Session): SessionState {
  return { new: isNew, sessionId, ...(attributes && { attributes: structuredClone(attributes) }) }
}
