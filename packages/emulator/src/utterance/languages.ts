import type { LanguageWords } from './languages/language-words.js'

/** The locales that a skill can have, by language. */
export const localesOf = {
  ar: ['ar-SA'],
  de: ['de-DE'],
  en: ['en-AU', 'en-CA', 'en-GB', 'en-IN', 'en-US'],
  es: ['es-ES', 'es-MX', 'es-US'],
  fr: ['fr-CA', 'fr-FR'],
  hi: ['hi-IN'],
  it: ['it-IT'],
  ja: ['ja-JP'],
  nl: ['nl-NL'],
  pt: ['pt-BR'],
} as const

type LanguageCode = keyof typeof localesOf

/** One file for each language, loaded when a device first speaks it. */
const files: Readonly<Record<LanguageCode, () => Promise<{ readonly words: LanguageWords }>>> = {
  ar: () => import('./languages/ar.js'),
  de: () => import('./languages/de.js'),
  en: () => import('./languages/en.js'),
  es: () => import('./languages/es.js'),
  fr: () => import('./languages/fr.js'),
  hi: () => import('./languages/hi.js'),
  it: () => import('./languages/it.js'),
  ja: () => import('./languages/ja.js'),
  nl: () => import('./languages/nl.js'),
  pt: () => import('./languages/pt.js'),
}

/** Loads the words of a locale's language. Returns undefined for a language that Alexa does not support. */
export async function languageWords(locale: string): Promise<LanguageWords | undefined> {
  const code = locale.slice(0, 2)
  return Object.hasOwn(files, code) ? (await files[code as LanguageCode]()).words : undefined
}
