/** The languages of the skill: en-US and de-DE. */
export type Language = 'en' | 'de'

/** Returns the language of a locale. @param locale of the request, such as `de-DE` */
export function languageOf(locale: string | undefined): Language {
  return locale?.startsWith('de') ? 'de' : 'en'
}
