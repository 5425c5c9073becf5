/**
 * A field as the object of a sentence: `deinen Vornamen`. The prompts are worded so that nothing else depends on its
 * gender. A region is listed only if its words differ from the language's.
 */
export interface FieldWords {
  /** In Arabic, with the possessive suffix: `بريدك الإلكتروني`. */
  readonly ar: string
  /** In German, in the accusative: `deinen Vornamen`. */
  readonly de: string
  /** In English, without "your": `email address`. */
  readonly en: string
  readonly es: string
  readonly 'es-ES'?: string
  readonly fr: string
  readonly 'fr-CA'?: string
  /** In Hindi, a masculine noun in the direct case, without the possessive: `ईमेल पता`. */
  readonly hi: string
  /** In Italian, with the article: `il tuo nome`. */
  readonly it: string
  readonly ja: string
  readonly nl: string
  readonly pt: string
}
