import { fields } from '@alexa-profile/core'
import { checkOptionNames } from './base/check-option.js'
import { EmulatorError } from './base/emulator-error.js'
import { isObject } from './base/is-object.js'
import type { Customer, Speaker } from './customer/customer.js'
import { abilitiesOf, type DeviceKind } from './customer/device-kind.js'
import type { EnvelopeDevice } from './envelopes.js'
import { checkedLocale } from './skill/locale.js'
import type { SkillDefinition } from './skill/skill-definition.js'

export interface DeviceOptions {
  /** Default `en-US`, or the first locale of a skill that lacks it. */
  readonly locale?: string | undefined
  /** Default `echo`. */
  readonly kind?: DeviceKind | undefined
  /** In place of those of the kind: `{ AudioPlayer: {} }`. */
  readonly supportedInterfaces?: Readonly<Record<string, object>> | undefined
  /** Members for `context` in each request, besides `System`: they replace or add to those of the kind. */
  readonly context?: Readonly<Record<string, object>> | undefined
  /** What time it is: the timestamp of requests, and what "tomorrow" means. Default: the machine's clock. */
  readonly now?: (() => Date) | undefined
  /** Such as `Europe/Berlin`: where "today" is. Default: that of the customer's device, or else the machine's. */
  readonly timeZone?: string | undefined
  /** From 0 to 1: how well a sample must fit what the customer says. Default 0.45. */
  readonly minimumConfidence?: number | undefined
  /** Whose device it is. Default: the speaker's customer, or else the first. */
  readonly customer?: Customer | undefined
  /** Who talks at first. Default: a voice that Alexa does not recognize. */
  readonly speaker?: Speaker | undefined
}

/** Below this, other skills' sentences are taken for those of the skill too often. */
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

/** What a device is, and how it understands words. */
export interface DeviceSettings extends EnvelopeDevice {
  readonly timeZone: string | undefined
  readonly minimumConfidence: number
}

/** @throws {EmulatorError} `option-invalid`, `option-unknown` */
export function deviceSettings(
  options: DeviceOptions,
  definition: Pick<SkillDefinition, 'defaultLocale' | 'mayUse'>,
): DeviceSettings {
  checkOptionNames('device()', options, optionNames)
  const { kind = 'echo', locale = definition.defaultLocale(), now = () => new Date() } = options
  const { supportedInterfaces = {}, context = {}, timeZone, minimumConfidence = defaultMinimumConfidence } = options
  if (typeof now !== 'function' || !isObject(supportedInterfaces) || !isObject(context) || 'System' in context) {
    const shapes = 'now must be a function; supportedInterfaces and context objects, context without System.'
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
