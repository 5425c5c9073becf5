import { type ProfileField, type PromptOptions, type Prompts, profileFields, prompts } from '../../src/index.js'

/** All locales of custom skills. */
export const alexaLocales = [
  ...['ar-SA', 'de-DE', 'en-AU', 'en-CA', 'en-GB', 'en-IN', 'en-US', 'es-ES', 'es-MX', 'es-US'],
  ...['fr-CA', 'fr-FR', 'hi-IN', 'it-IT', 'ja-JP', 'nl-NL', 'pt-BR'],
] as const
export type AlexaLocale = (typeof alexaLocales)[number]

/** "book your table" in the form that each language requires. */
export const bookYourTable = {
  ar: 'حجز طاولتك',
  de: 'deinen Tisch zu reservieren',
  en: 'book your table',
  es: 'reservar tu mesa',
  fr: 'réserver votre table',
  hi: 'आपकी टेबल बुक करने',
  it: 'prenotare il tuo tavolo',
  ja: '席を予約する',
  nl: 'je tafel te reserveren',
  pt: 'reservar sua mesa',
}

export type TestedLanguage = keyof typeof bookYourTable
export const languageOf = (locale: AlexaLocale) => locale.slice(0, 2) as TestedLanguage

export const tableTalk = { skillName: 'Table Talk', purpose: bookYourTable } satisfies PromptOptions

export const promptNames = Object.keys(prompts('en-US')) as (keyof Prompts)[]

/** Each single field, each pair of fields, and all fields. */
export const fieldCombinations: readonly (readonly ProfileField[])[] = [
  ...profileFields.map((field) => [field]),
  ...profileFields.flatMap((first, index) => profileFields.slice(index + 1).map((second) => [first, second])),
  profileFields,
]

/** Every prompt for these fields. */
export function allPrompts(locale: string, fields: readonly ProfileField[], options: PromptOptions = {}) {
  const say = prompts(locale, options)
  return Object.fromEntries(promptNames.map((name) => [name, say[name](fields)])) as Record<keyof Prompts, string>
}

/** All prompts of Table Talk. The speaker is asked for a phone number, because speakers have no email address. */
export function tableTalkSays(locale: AlexaLocale) {
  const { speakerUnknown } = allPrompts(locale, ['givenName', 'mobileNumber'], tableTalk)
  return { ...allPrompts(locale, ['givenName', 'email'], tableTalk), speakerUnknown }
}
