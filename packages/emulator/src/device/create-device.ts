import type { SentSpeech } from '../api/progressive-responses.js'
import type { ApiRequest } from '../api/request-log.js'
import { EmulatorError } from '../base/emulator-error.js'
import type { ManagedCustomer } from '../customer/create-customer.js'
import type { Customer, Speaker } from '../customer/customer.js'
import type { DeviceAbilities } from '../customer/device-kind.js'
import { checkResponse } from '../rules/check-response.js'
import { callSkill } from '../skill/call-skill.js'
import type { SlotType } from '../skill/interaction-model.js'
import type { LambdaRuntime } from '../skill/lambda-runtime.js'
import { checkedLocale } from '../skill/locale.js'
import { checkedSkill, type Skill } from '../skill/skill.js'
import type { SkillDefinition } from '../skill/skill-definition.js'
import { newSession, type RequestEnvelope, type Session, type SessionState } from '../wire/envelope.js'
import type { DeviceRequest } from '../wire/request.js'
import { type NoResponse, readResponse, type SkillResponse } from '../wire/response.js'
import { type ConsentAnswer, sessionResumed } from './consent-answer.js'
import type { Device } from './device.js'
import { askedBefore, dialogAfter, dialogRequest, type OpenDialog } from './dialog.js'
import { dynamicTypesAfter } from './dynamic-entities.js'
import { createIntent, type IntentContext, type SlotValues } from './intent.js'
import { launchRequest } from './launch-request.js'
import { sessionError } from './session-error.js'
import { createTurn, type Turn } from './turn.js'
import { type Listening, type Said, type Understood, understandWords, yesOrNo } from './words.js'

/** A skill that has just timed out may hang for good: it gets the end of the session, but not as much time again. */
const hungSkillTimeoutMs = 500

/** What a device knows between two turns. */
interface OpenSession extends Pick<Turn, 'consentRequest' | 'reprompt'> {
  readonly session: SessionState
  readonly userId: string
  readonly dialog: OpenDialog | undefined
  readonly dynamicTypes: readonly SlotType[]
}

/** What a turn tells besides request and response. */
interface SentWith {
  /** What the customer has heard before the request went out. */
  readonly heard?: string | undefined
  readonly understood?: Understood | undefined
  readonly isDelegated?: boolean
}

/** Why a device sends a request. */
export interface TurnOrigin {
  /** What Alexa has understood; undefined unless the customer said words. */
  readonly understood: Understood | undefined
  /** Whether the device sends the request by itself: the skill has delegated a dialog, and nothing is left to ask. */
  readonly isDelegated: boolean
}

/** Called with each turn of a device. */
export interface TurnWatcher {
  /** A device is about to send this. */
  turnBegun(envelope: RequestEnvelope, customer: Customer, origin: TurnOrigin): void
  /** @param returned What the skill returned, also when `turn.response` is undefined because it was not a response. */
  turnEnded(turn: Turn, returned: unknown): void
  /** A turn of which the skill knows nothing: Alexa has asked by itself. */
  turnWithoutRequest(turn: Turn, customer: Customer): void
}

export interface DeviceParts {
  readonly skill: Skill
  readonly locale: string
  readonly customer: ManagedCustomer
  readonly speaker: Speaker | undefined
  readonly timeoutMs: number
  readonly runtime: LambdaRuntime | undefined
  /** The skill as Alexa knows it. */
  readonly definition: Pick<SkillDefinition, 'skillId' | 'declaredScopes' | 'locales' | 'interactionModel'>
  readonly abilities: DeviceAbilities
  readonly now: () => Date
  /** Undefined: that of the customer's device. */
  readonly timeZone: string | undefined
  readonly minimumConfidence: number
  /** The requests to the profile API with the token of one envelope. */
  readonly apiRequestsOf: (envelopeRequestId: string) => readonly ApiRequest[]
  /** Called when the skill has responded to an envelope: what it had Alexa say until then. */
  readonly endProgressiveResponses: (envelopeRequestId: string) => readonly SentSpeech[]
  /** Throws when the emulator was closed. */
  readonly envelope: (
    request: DeviceRequest,
    speaker: Speaker | undefined,
    session: SessionState,
    device: { readonly locale: string; readonly abilities: DeviceAbilities; readonly now: () => Date },
  ) => RequestEnvelope
  readonly watcher: TurnWatcher
}

export function createDevice({ customer, timeoutMs, runtime, definition, watcher, ...parts }: DeviceParts): Device {
  let { skill, locale } = parts
  let open: OpenSession | undefined
  let speaker = ofCustomer(parts.speaker)

  function ofCustomer(candidate: Speaker | undefined): Speaker | undefined {
    if (candidate === undefined || candidate.customer === customer) return candidate
    throw new EmulatorError('option-invalid', "The speaker must be one of the device's own customer.")
  }

  /** A session ends with the enablement of the skill, too. */
  function stillOpen() {
    return customer.skillEnabled && open?.userId === customer.userId ? open : undefined
  }

  const firstName = (id: string) => customer.speakers.find(({ personId }) => personId === id)?.data.givenName

  function envelope(request: DeviceRequest, session: SessionState): RequestEnvelope {
    const { abilities, now } = parts
    return parts.envelope(request, speaker, session, { locale, abilities, now })
  }

  function intentContext(matches?: Said['matches']): IntentContext {
    const dynamicTypes = stillOpen()?.dynamicTypes ?? []
    return {
      skillId: definition.skillId,
      model: definition.interactionModel(locale),
      dynamicTypes,
      ...(matches && { matches }),
    }
  }

  function listening(): Listening {
    const { now, timeZone = customer.data.timeZone ?? undefined, minimumConfidence } = parts
    const { dialog, dynamicTypes = [] } = stillOpen() ?? {}
    const model = definition.interactionModel(locale)
    return {
      locale,
      model,
      dialog,
      dynamicTypes,
      now: now(),
      timeZone: timeZone ?? machineTimeZone(),
      minimumConfidence,
    }
  }

  /** Undefined if no interaction model is known for the locale. */
  function dialogIntents(): ReadonlySet<string> | undefined {
    const model = definition.interactionModel(locale)
    return model && new Set(model.dialog?.intents.map(({ name }) => name))
  }

  function slotNames(intent: string): readonly string[] | undefined {
    const found = definition.interactionModel(locale)?.intents.find(({ name }) => name === intent)
    return found?.slots.map(({ name }) => name)
  }

  /** Alexa does not find a skill in a language that the skill lacks. */
  function assertLocale(): void {
    const locales = definition.locales()
    if (locales.length === 0 || locales.includes(locale)) return
    const known = locales.join(', ')
    const advice = `add it to publishingInformation.locales of skill.json, with an interaction model`
    throw new EmulatorError(
      'locale-unsupported',
      `On a device in ${locale}, Alexa does not find the skill. Its locales: ${known}. To support another one, ${advice}.`,
    )
  }

  /** Takes a turn, and those that follow without a word of the customer: the skill delegates, and nothing is left to ask. */
  async function send(request: DeviceRequest, current: SessionState, more: SentWith = {}): Promise<Turn> {
    assertLocale()
    const asked = askedBefore(request, intentContext())
    if (asked !== undefined) {
      envelope(request, current) // throws after close(), and while the skill is disabled
      return takeWithoutSkill(current, more, asked)
    }
    const { turn, next } = await exchange(request, current, more)
    return next ? send(next.request, next.session, { understood: more.understood, isDelegated: true }) : turn
  }

  function takeWithoutSkill(
    session: SessionState,
    { heard, understood }: SentWith,
    dialog: OpenDialog | undefined,
  ): Turn {
    const turn = createTurn({
      request: undefined,
      understood,
      response: { envelope: undefined, found: 'nothing', isEmpty: true },
      violations: [],
      apiRequests: [],
      progressive: [],
      durationMs: 0,
      firstName,
      heard,
      prompt: dialog?.prompt,
      inDialog: dialog !== undefined,
    })
    const { userId } = customer
    const { dynamicTypes = [] } = stillOpen() ?? {}
    open = dialog && { session, userId, consentRequest: undefined, reprompt: turn.reprompt, dialog, dynamicTypes }
    watcher.turnWithoutRequest(turn, customer)
    return turn
  }

  /** The skill hears of the end only if it has heard of the session. */
  async function endSession(
    reason: 'USER_INITIATED' | 'EXCEEDED_MAX_REPROMPTS',
    session: SessionState,
    heard?: string,
  ) {
    if (session.new) return takeWithoutSkill(session, { heard }, undefined)
    return send({ type: 'SessionEndedRequest', reason }, session, { heard })
  }

  async function exchange(request: DeviceRequest, current: SessionState, more: SentWith) {
    const { heard, understood, isDelegated = false } = more
    const sent = envelope(request, current)
    watcher.turnBegun(sent, customer, { understood, isDelegated })
    const { userId } = customer
    const { returned, violation, durationMs } = await callSkill(skill, sent, { timeoutMs, runtime })
    const progressive = parts.endProgressiveResponses(sent.request.requestId)
    const response = readResponse(returned)
    const violations = violation
      ? [violation]
      : checkResponse(response, {
          requestType: request.type,
          hasSession: true,
          declaredScopes: definition.declaredScopes(),
          supportedInterfaces: sent.context.System.device.supportedInterfaces,
          intent: request.type === 'IntentRequest' ? request.intent.name : undefined,
          dialogIntents: dialogIntents(),
          slotsOf: slotNames,
        })
    const apiRequests = parts.apiRequestsOf(sent.request.requestId)
    const directives = violations.length === 0 && response.envelope !== undefined ? response.directives : []
    const dialog = dialogAfter(request, directives, intentContext())
    const prompt = dialog?.waits?.prompt
    const turn = createTurn({
      request: sent,
      understood,
      response,
      violations,
      apiRequests,
      progressive,
      durationMs,
      firstName,
      heard,
      prompt,
      inDialog: dialog !== undefined,
    })
    const session = { ...current, new: false, attributes: attributesOf(response) }
    const { consentRequest, reprompt } = turn
    const added = open?.session.sessionId === session.sessionId ? open.dynamicTypes : []
    const dynamicTypes = dynamicTypesAfter(directives, added)
    open = turn.sessionOpen
      ? { session, userId, consentRequest, reprompt, dialog: dialog?.waits, dynamicTypes }
      : undefined
    if (turn.card?.permissions !== undefined) customer.showCard(turn.card.permissions)
    watcher.turnEnded(turn, returned)
    const [broken] = violations
    if (broken !== undefined && request.type !== 'SessionEndedRequest') {
      const error = envelope(sessionError(broken), { ...current, new: false })
      const hasHung = broken.rule === 'skill-timeout'
      const errorTimeoutMs = hasHung ? Math.min(hungSkillTimeoutMs, timeoutMs) : timeoutMs
      await callSkill(skill, error, { timeoutMs: errorTimeoutMs, runtime })
    }
    return { turn, next: turn.sessionOpen && dialog?.completed ? { request: dialog.completed, session } : undefined }
  }

  function sendIntent(name: string, slots: SlotValues, context: IntentContext, more?: SentWith): Promise<Turn> {
    const { session = newSession(), dialog } = stillOpen() ?? {}
    return send(dialogRequest(createIntent(name, slots, context), dialog, context), session, more)
  }

  async function answerConsent(answer: ConsentAnswer): Promise<Turn> {
    const { session, consentRequest } = stillOpen() ?? {}
    if (session === undefined || consentRequest === undefined) {
      throw new EmulatorError('consent-not-pending', 'Call it when the turn before has a consentRequest.')
    }
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
      return speaker
    },
    set speaker(candidate) {
      speaker = ofCustomer(candidate)
    },
    get locale() {
      return locale
    },
    set locale(changed) {
      locale = checkedLocale('locale', changed)
    },
    get skill() {
      return skill
    },
    set skill(changed) {
      skill = checkedSkill(changed, runtime)
    },
    get sessionOpen() {
      return stillOpen() !== undefined
    },
    open: async (options = {}) => send(launchRequest(options), newSession()),
    async say(words) {
      assertLocale()
      if (stillOpen()?.consentRequest !== undefined) {
        const reply = await yesOrNo(words, listening())
        if (reply !== undefined) return answerConsent(reply.intent === 'AMAZON.YesIntent' ? 'accept' : 'deny')
      }
      const { understood, matches } = await understandWords(words, listening())
      const { intent, slots } = understood
      if (intent === undefined) return send(launchRequest({}), newSession(), { understood })
      return sendIntent(intent, slots, intentContext(matches), { understood })
    },
    async intent(name, slots = {}) {
      assertLocale()
      return sendIntent(name, slots, intentContext())
    },
    async silence() {
      const current = stillOpen()
      if (current === undefined) {
        throw new EmulatorError(
          'session-not-open',
          'Alexa listens only while a session is open: call open() or intent() first.',
        )
      }
      if (current.consentRequest !== undefined) return answerConsent('silence')
      return endSession('EXCEEDED_MAX_REPROMPTS', current.session, current.reprompt)
    },
    answerConsent,
    async end() {
      const session = stillOpen()?.session
      if (session === undefined) throw new EmulatorError('session-not-open', 'Call open() or intent() first.')
      return endSession('USER_INITIATED', session)
    },
    async replay(turn) {
      if (turn.request === undefined) {
        throw new EmulatorError('option-invalid', 'This turn has no request: Alexa has asked by itself.')
      }
      const { request, session } = turn.request
      const { requestId: _id, timestamp: _time, ...again } = structuredClone(request)
      return send(again, session ? stateOf(session) : newSession())
    },
  }
}

function machineTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function stateOf({ new: isNew, sessionId, attributes }: Session): SessionState {
  return { new: isNew, sessionId, ...(attributes && { attributes: structuredClone(attributes) }) }
}

/** Alexa keeps the attributes of this response and none of earlier ones. */
function attributesOf(response: SkillResponse | NoResponse): NonNullable<Session['attributes']> {
  return response.envelope === undefined ? {} : structuredClone(response.sessionAttributes ?? {})
}
