import type { Language } from './language.js'

const locales: Readonly<Record<Language, string>> = { en: 'en-US', de: 'de-DE' }

/** Formats `2026-12-24` as `Thursday, December 24, 2026`. Parses and formats in UTC, so that no time zone changes the day. */
export function dayOf(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeZone: 'UTC' })
  return format.format(new Date(`${date}T00:00:00Z`))
}

/** Formats `19:30` as `7:30 PM` or `19:30 Uhr`. */
export function timeOf(time: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone: 'UTC' })
  const text = format.format(new Date(`1970-01-01T${time}:00Z`))
  // Newer ICU data puts a narrow no-break space before PM.
  return language === 'de' ? `${text} Uhr` : text.replace(/\s/u, ' ')
}

export function peopleOf(partySize: number, language: Language): string {
  if (language === 'de') return partySize === 1 ? 'eine Person' : `${partySize} Personen`
  return partySize === 1 ? '1 person' : `${partySize} people`
}

/** The first 100 characters of a name. Alexa rejects a response that says more than 8,000 characters. */
export function spokenName(name: string): string {
  return [...name].slice(0, 100).join('')
}
