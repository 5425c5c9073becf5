/**
 * A field as the object of a sentence ("I need your email address"), and the gender of its noun, which pronouns and articles
 * follow. Dutch has `m` for words with "de", `n` for words with "het".
 */
export interface GenderedWords {
  readonly text: string
  readonly gender: 'm' | 'f' | 'n'
}

/** How each language says a field. A region has its own words only if they differ. */
export interface FieldWords {
  /** With the possessive suffix: `بريدك الإلكتروني`. */
  readonly ar: GenderedWords
  /** In the accusative: `deinen Vornamen`. */
  readonly de: GenderedWords
  /** Without "your": `email address`. */
  readonly en: string
  readonly es: GenderedWords
  readonly 'es-ES'?: GenderedWords
  readonly fr: GenderedWords
  readonly 'fr-CA'?: GenderedWords
  /**
   * A masculine noun without the possessive, so that every sentence agrees with it. `oblique` is its form before a
   * postposition, if that differs.
   */
  readonly hi: { readonly text: string; readonly oblique?: string }
  /** Without the article: `tuo nome`. */
  readonly it: GenderedWords
  readonly ja: string
  readonly nl: GenderedWords
  readonly pt: GenderedWords
}
