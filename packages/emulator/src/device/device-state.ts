import { EmulatorError } from '../base/emulator-error.js'
import type { Speaker } from '../customer/customer.js'
import type { SlotType } from '../skill/interaction-model.js'
import { checkedLocale } from '../skill/locale.js'
import { checkedSkill, type Skill } from '../skill/skill.js'
import type { RequestEnvelope, SessionState } from '../wire/envelope.js'
import type { DeviceRequest } from '../wire/request.js'
import type { DeviceParts } from './device-parts.js'
import type { OpenDialog } from './dialog.js'
import type { IntentContext } from './intent.js'
import type { Turn } from './turn.js'
import type { Listening, Said } from './words.js'

/** What a device stores between two turns. */
export interface OpenSession extends Pick<Turn, 'consentRequest' | 'speech' | 'reprompt'> {
  readonly session: SessionState
  readonly userId: string
  readonly dialog: OpenDialog | undefined
  readonly dynamicTypes: readonly SlotType[]
}

/** The settings of a device, and its session. */
export interface DeviceState {
  skill: Skill
  locale: string
  speaker: Speaker | undefined
  /** The open session, or undefined. A session also ends when the customer disables the skill. Each turn sets it. */
  openSession: OpenSession | undefined
  /** Checks that the skill supports the device's locale. @throws {EmulatorError} `locale-unsupported` */
  assertLocale(): void
  /** Creates the envelope of a request. @throws {EmulatorError} `emulator-closed`, `skill-disabled` */
  envelope(request: DeviceRequest, session: SessionState): RequestEnvelope
  /**
   * Returns the context for checking an intent.
   *
   * @param matches The slot values that were recognized in the utterance.
   */
  intentContext(matches?: Said['matches']): IntentContext
  listening(): Listening
  /** Returns the given name of the customer's speaker with this id. */
  firstName(personId: string): string | undefined
}

export function createDeviceState(parts: DeviceParts): DeviceState {
  const { customer, definition, runtime } = parts
  let { skill, locale } = parts
  let openSession: OpenSession | undefined
  let speaker = ofCustomer(parts.speaker)

  function ofCustomer(candidate: Speaker | undefined): Speaker | undefined {
    if (candidate === undefined || candidate.customer === customer) return candidate
    throw new EmulatorError('option-invalid', "speaker must belong to the device's customer.")
  }

  const stillOpen = () => (customer.skillEnabled && openSession?.userId === customer.userId ? openSession : undefined)
  const timeZone = () =>
    parts.timeZone ?? customer.data.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone

  return {
    get skill() {
      return skill
    },
    set skill(changed) {
      skill = checkedSkill(changed, runtime)
    },
    get locale() {
      return locale
    },
    set locale(changed) {
      locale = checkedLocale('locale', changed)
    },
    get speaker() {
      return speaker
    },
    set speaker(candidate) {
      speaker = ofCustomer(candidate)
    },
    get openSession() {
      return stillOpen()
    },
    set openSession(next) {
      openSession = next
    },
    assertLocale() {
      const locales = definition.locales()
      if (locales.length === 0 || locales.includes(locale)) return
      const known = locales.join(', ')
      const advice = `add it to publishingInformation.locales in skill.json, with an interaction model`
      throw new EmulatorError(
        'locale-unsupported',
        `The skill does not support ${locale}, so Alexa does not find it on this device. Its locales: ${known}. To support another locale, ${advice}.`,
      )
    },
    envelope(request, session) {
      const { abilities, now } = parts
      return parts.envelope(request, speaker, session, { locale, abilities, now })
    },
    intentContext: (matches) => ({
      skillId: definition.skillId,
      model: definition.interactionModel(locale),
      dynamicTypes: stillOpen()?.dynamicTypes ?? [],
      clock: { now: parts.now, timeZone },
      ...(matches && { matches }),
    }),
    listening() {
      const { dialog, dynamicTypes = [] } = stillOpen() ?? {}
      return {
        locale,
        model: definition.interactionModel(locale),
        dialog,
        dynamicTypes,
        now: parts.now(),
        timeZone: timeZone(),
        minimumConfidence: parts.minimumConfidence,
      }
    },
    firstName: (id) => customer.speakers.find(({ personId }) => personId === id)?.data.givenName,
  }
}
