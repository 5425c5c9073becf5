import { fields } from '@alexa-profile/core'
import { checkOptionNames } from './base/check-option.js'
import { EmulatorError } from './base/emulator-error.js'
import { isObject } from './base/is-object.js'
import type { Customer, Speaker } from './customer/customer.js'
import { abilitiesOf, type DeviceKind } from './customer/device-kind.js'
import type { EnvelopeDevice } from './envelopes.js'
import { checkedLocale } from './skill/locale.js'
import type { SkillDefinition } from './skill/skill-definition.js'

/** Options of `emulator.device()`. */
export interface DeviceOptions {
  /** The language of the conversation. Default: `en-US`, or the skill's first locale if it does not support `en-US`. */
  readonly locale?: string | undefined
  /** The interfaces and the screen of the device. Default: `echo`. */
  readonly kind?: DeviceKind | undefined
  /** Your own interfaces, such as `{ AudioPlayer: {} }`. Default: those of the kind. */
  readonly supportedInterfaces?: Readonly<Record<string, object>> | undefined
  /** Members for `context` in each request, except `System`. They replace or extend those of the kind. */
  readonly context?: Readonly<Record<string, object>> | undefined
  /**
   * Returns the current time, for the timestamp of requests and for words such as "tomorrow". Default: the machine's
   * clock.
   */
  readonly now?: (() => Date) | undefined
  /** The time zone for words such as "today": `Europe/Berlin`. Default: the customer's, or else the machine's. */
  readonly timeZone?: string | undefined
  /** The minimum match between a sample and what the customer says, from 0 to 1. Default: 0.45. */
  readonly minimumConfidence?: number | undefined
  /** The customer who owns the device. Default: the speaker's customer, or else the first customer. */
  readonly customer?: Customer | undefined
  /** The initial speaker. Default: a voice that Alexa does not recognize. */
  readonly speaker?: Speaker | undefined
}

/** With a lower value, the device takes sentences meant for other skills as the skill's own too often. */
const defaultMinimumConfidence = 0.45

const optionNames: readonly string[] = [
  'customer',
  'speaker',
  'locale',
  'kind',
  'supportedInterfaces',
  'context',
  'now',
  'timeZone',
  'minimumConfidence',
]

/** The settings of a device, and of how it understands words. */
export interface DeviceSettings extends EnvelopeDevice {
  readonly timeZone: string | undefined
  readonly minimumConfidence: number
}

/**
 * Checks the options of `device()` and adds the defaults.
 *
 * @throws {EmulatorError} `option-invalid`, `option-unknown`
 */
export function deviceSettings(
  options: DeviceOptions,
  definition: Pick<SkillDefinition, 'defaultLocale' | 'mayUse'>,
): DeviceSettings {
  checkOptionNames('device()', options, optionNames)
  const { kind = 'echo', locale = definition.defaultLocale(), now = () => new Date() } = options
  const { supportedInterfaces = {}, context = {}, timeZone, minimumConfidence = defaultMinimumConfidence } = options
  if (typeof now !== 'function' || !isObject(supportedInterfaces) || !isObject(context) || 'System' in context) {
    const shapes =
      'now must be a function. supportedInterfaces and context must be objects, and context must not contain System.'
    throw new EmulatorError('option-invalid', shapes)
  }
  const abilities = abilitiesOf(kind, definition.mayUse)
  if (typeof minimumConfidence !== 'number' || !(minimumConfidence >= 0 && minimumConfidence <= 1)) {
    throw new EmulatorError('option-invalid', 'minimumConfidence must be a number from 0 to 1.')
  }
  if (timeZone !== undefined && typeof fields.timeZone.parse(timeZone) === 'string') {
    throw new EmulatorError('option-invalid', 'timeZone must be the name of a time zone, such as Europe/Berlin.')
  }
  return {
    locale: checkedLocale('locale', locale),
    abilities: {
      supportedInterfaces: options.supportedInterfaces ?? abilities.supportedInterfaces,
      context: { ...abilities.context, ...context },
    },
    now,
    timeZone,
    minimumConfidence,
  }
}
