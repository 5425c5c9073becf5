import { isEventSituation } from './event-situation.js'
import type { Start } from './recording.js'
import { code } from './source-code.js'

/** What things are called in an exported test, by their place counted from 1. */
export const names = {
  customer: (household: number) => (household === 1 ? 'customer' : `customer${household}`),
  device: (household: number) => (household === 1 ? 'device' : `device${household}`),
  speaker: (household: number, speaker: number) =>
    household === 1 ? `speaker${speaker}` : `customer${household}Speaker${speaker}`,
  turn: (id: number) => `turn${id}`,
}

/** A device for an account. */
export function deviceLine(household: number, locale: string): string {
  const options =
    household === 1
      ? `{ locale: ${code(locale)} }`
      : `{ customer: ${names.customer(household)}, locale: ${code(locale)} }`
  return `const ${names.device(household)} = emulator.device(skill, ${options})`
}

/** The lines that bring an emulator into the state in which the conversation started. */
export function exportedStart({ households, locale, situations }: Start): string {
  const lines: string[] = ['const { customer } = emulator']
  for (const [index, { customer, speakers, speakerId, skillEnabled }] of households.entries()) {
    const household = index + 1
    const name = names.customer(household)
    if (household > 1) lines.push(`const ${name} = emulator.addCustomer(${code(customer.data)})`)
    if (customer.granted.length > 0) lines.push(grantLine(name, customer.granted))
    lines.push(deviceLine(household, locale))
    for (const [place, speaker] of speakers.entries()) {
      const speakerName = names.speaker(household, place + 1)
      lines.push(`const ${speakerName} = ${name}.addSpeaker(${code(speaker.data)})`)
      if (speaker.granted.length > 0) lines.push(grantLine(speakerName, speaker.granted))
    }
    if (speakerId) lines.push(`${names.device(household)}.speaker = ${names.speaker(household, speakerId)}`)
    if (!skillEnabled) lines.push(`${name}.disableSkill()`)
  }
  for (const situation of situations) lines.push(situationLine(situation))
  if (households.some(({ customer, speakers }) => [customer, ...speakers].some(({ granted }) => granted.length > 0))) {
    lines.push('await emulator.eventsDelivered()')
  }
  return lines.join('\n')
}

/** `delayMs` is refused for situations of events that do not take it. */
function situationLine({ name, ...options }: Start['situations'][number]): string {
  const takesOptions = !isEventSituation(name) || name === 'events-late'
  return `emulator.situation(${takesOptions ? `${code(name)}, ${code(options)}` : code(name)})`
}

function grantLine(name: string, scopes: readonly string[]): string {
  return `${name}.grant(${scopes.map((scope) => code(scope)).join(', ')})`
}
