import { isEventSituation } from '../talk/event-situation.js'
import type { Start } from './recording.js'
import { code, RawCode } from './source-code.js'

/** Names in an exported test. Ids count from 1. */
export const names = {
  customer: (id: number) => (id === 1 ? 'customer' : `customer${id}`),
  device: (customerId: number) => (customerId === 1 ? 'device' : `device${customerId}`),
  speaker: (customerId: number, id: number) =>
    customerId === 1 ? `speaker${id}` : `customer${customerId}Speaker${id}`,
  turn: (id: number) => `turn${id}`,
}

/**
 * Returns the line that creates a customer's device. Without a time zone on file, it sets this machine's, because
 * "tomorrow" depends on it.
 */
export function deviceLine(
  customerId: number,
  { timeZone }: { timeZone?: string | undefined },
  locale: string,
): string {
  const options = code({
    customer: customerId === 1 ? undefined : new RawCode(names.customer(customerId)),
    locale,
    timeZone: timeZone === undefined ? new Intl.DateTimeFormat().resolvedOptions().timeZone : undefined,
  })
  return `const ${names.device(customerId)} = emulator.device(skill, ${options})`
}

/** Returns the lines that bring an emulator into the state in which the conversation started. */
export function exportedStart({ customers, locale, situations }: Start): string {
  const lines: string[] = []
  for (const [index, { customer, speakers, speakerId, skillEnabled }] of customers.entries()) {
    const id = index + 1
    const name = names.customer(id)
    if (id > 1) lines.push(`const ${name} = emulator.addCustomer(${code(customer.data)})`)
    if (customer.granted.length > 0) lines.push(grantLine(name, customer.granted))
    lines.push(deviceLine(id, customer.data, locale))
    for (const [position, speaker] of speakers.entries()) {
      const speakerName = names.speaker(id, position + 1)
      lines.push(`const ${speakerName} = ${name}.addSpeaker(${code(speaker.data)})`)
      if (speaker.granted.length > 0) lines.push(grantLine(speakerName, speaker.granted))
    }
    if (speakerId) lines.push(`${names.device(id)}.speaker = ${names.speaker(id, speakerId)}`)
    if (!skillEnabled) lines.push(`${name}.disableSkill()`)
  }
  for (const situation of situations) lines.push(situationLine(situation))
  if (customers.some(({ customer, speakers }) => [customer, ...speakers].some(({ granted }) => granted.length > 0))) {
    lines.push('await emulator.eventsDelivered()')
  }
  return lines.join('\n')
}

/** Only some situations of skill events accept `delayMs`. */
function situationLine({ name, ...options }: Start['situations'][number]): string {
  const takesOptions = !isEventSituation(name) || name === 'events-late'
  return `emulator.situation(${takesOptions ? `${code(name)}, ${code(options)}` : code(name)})`
}

function grantLine(name: string, scopes: readonly string[]): string {
  return `${name}.grant(${scopes.map((scope) => code(scope)).join(', ')})`
}
