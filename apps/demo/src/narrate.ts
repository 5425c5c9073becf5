import type { ApiRequest, DeliveredEvent, Turn } from '@alexa-profile/emulator'
import type { Mail } from '@alexa-profile/emulator/mailbox'
import { bold, cyan, dim, green, print, yellow } from './print.js'

const labelWidth = 11
const textWidth = 96

export function tellTitle(number: number, title: string): void {
  print()
  print(bold(`${number}. ${title}`))
  print()
}

export function tellCustomer(words: string): void {
  tell(cyan, 'Customer', words)
}

/** Prints what Alexa says and shows, and how long the skill took. */
export function tellTurn({ speech, card, consentRequest, durationMs }: Turn): void {
  tell(green, 'Alexa', speech ?? '(says nothing)')
  if (consentRequest !== undefined) {
    const scopes = consentRequest.permissions.map(({ permissionScope }) => permissionScope)
    tell(green, 'Alexa asks', `(in its own words) for ${scopes.join(' and ')}`)
  }
  if (card !== undefined) tellLines(green, 'Card', JSON.stringify(card, null, 2).split('\n'))
  tell(dim, 'Time', `${milliseconds(durationMs)} in the skill`)
}

export function tellNote(text: string): void {
  tell(dim, 'Note', text)
}

export function tellFact(label: string, text: string): void {
  tell(yellow, label, text)
}

export function tellMail({ deliveredTo, subject, text }: Mail): void {
  const lines = [`To: ${deliveredTo.join(', ')}`, `Subject: ${subject}`, '', ...(text ?? '').trim().split('\n')]
  tellLines(yellow, 'Mail', lines)
}

/** Prints the events that Alexa sent outside of a conversation. */
export function tellEvents(events: readonly DeliveredEvent[]): void {
  const rows = events.map(({ envelope: { request }, acknowledged }) => [
    request.type,
    request.eventCreationTime,
    acknowledged ? 'acknowledged' : 'not acknowledged',
  ])
  tellLines(yellow, 'Events', aligned([['event', 'happened at', 'the skill'], ...rows]))
}

/** The result of reading one field, as the library reports it, without the value. */
export interface Reading {
  readonly field: string
  readonly status: string
  readonly failure?: string
  readonly attempts: number
  readonly durationMs: number
}

/** Prints the API requests, and the library's results. */
export function tellTraffic(requests: readonly ApiRequest[], readings: readonly Reading[]): void {
  const [first] = requests
  if (first === undefined) {
    tell(yellow, 'API', '(not called)')
    return
  }
  const sent = requests.map(({ method, path, status, startedAt }) => [
    `${method} ${path}`,
    status === undefined ? 'no response' : String(status),
    milliseconds(startedAt - first.startedAt),
  ])
  const read = readings.map(({ field, status, failure, attempts, durationMs }) => [
    field,
    failure === undefined ? status : `${status}: ${failure}`,
    String(attempts),
    milliseconds(durationMs),
  ])
  tellLines(yellow, 'API', aligned([['request', 'status', 'sent after'], ...sent]))
  tellLines(yellow, 'Results', aligned([['field', 'result', 'attempts', 'took'], ...read]))
}

export function milliseconds(ms: number): string {
  return `${Math.round(ms).toLocaleString('en-US')} ms`
}

function tell(colour: (text: string) => string, label: string, text: string): void {
  tellLines(colour, label, wrapped(text))
}

function tellLines(colour: (text: string) => string, label: string, lines: readonly string[]): void {
  for (const [index, line] of lines.entries()) {
    const margin = index === 0 ? colour(label.padEnd(labelWidth)) : ' '.repeat(labelWidth)
    print(`   ${margin}${line}`.trimEnd())
  }
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widthOf(column))).join('  '))
}

function wrapped(text: string): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + 1 + word.length > textWidth) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}
