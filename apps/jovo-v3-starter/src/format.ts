/** `Thursday, December 24, 2026` from `2026-12-24`. UTC in and out, so that no time zone moves the day. */
export function dayOf(date: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}

/** `7:30 PM` from `19:30`. */
export function timeOf(time: string): string {
  const instant = new Date(`1970-01-01T${time}:00Z`)
  const text = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'UTC' }).format(instant)
  return text.replace(/\s/u, ' ') // newer ICU data puts a narrow no-break space before PM
}

export function peopleOf(partySize: number): string {
  return partySize === 1 ? '1 person' : `${partySize} people`
}

/** As much of a name as a customer would listen to. Alexa rejects a response that says more than 8,000 characters. */
export function spokenName(name: string): string {
  return [...name].slice(0, 100).join('')
}
