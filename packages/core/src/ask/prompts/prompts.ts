import { checkOptionNames } from '../../base/check-option.js'
import { withoutPrototype } from '../../base/own.js'
import { ProfileError } from '../../base/profile-error.js'
import { levelOf, type ProfileField } from '../../fields/fields.js'
import { escapeSsml } from '../escape-ssml.js'
import { ar } from './ar.js'
import { de } from './de.js'
import { en } from './en.js'
import { es, esEs } from './es.js'
import { wordsOf } from './field-words.js'
import { fr } from './fr.js'
import { hi } from './hi.js'
import { it } from './it.js'
import { ja } from './ja.js'
import type { FillInPlace, Language, Prompts } from './language.js'
import { nl } from './nl.js'
import { pt } from './pt.js'

/**
 * By locale if a region has its own words, else by language. Other languages get English. Created on first use, because
 * a process needs few of them.
 */
const languages: ReadonlyMap<string, () => Language> = new Map([
  ['ar', ar],
  ['de', de],
  ['en', en],
  ['es', es],
  ['es-ES', esEs],
  ['fr', fr],
  ['hi', hi],
  ['it', it],
  ['ja', ja],
  ['nl', nl],
  ['pt', pt],
])

/**
 * One string for all locales, or one per locale: `{ de: '…', 'en-GB': '…', en: '…' }`. A locale takes precedence over
 * its language.
 */
export type LocalizedText = string | Readonly<Record<string, string>>

/** The words that a skill adds to the prompts, or uses in place of them. */
export interface PromptOptions {
  /**
   * What the skill will do with the data, in the form that follows "to" in English: `book your table`. Other languages
   * need other forms, listed in docs/prompts.md, so a skill in several languages passes one string for each:
   * `{ en: 'book your table', de: 'deinen Tisch zu reservieren' }`. At most 500 characters. Default: the prompts name no
   * purpose.
   */
  readonly purpose?: LocalizedText | undefined
  /** The skill's name, as the prompts say it. At most 500 characters. Default: "this skill". */
  readonly skillName?: LocalizedText | undefined
  /** Your own wording for any of the prompts. */
  readonly prompts?: Partial<Prompts> | undefined
}

/**
 * Returns the prompts for a locale such as `en-GB`: functions that turn fields into SSML without `<speak>`.
 *
 * @throws {ProfileError} `option-invalid`
 */
export function prompts(
  locale: string,
  given: PromptOptions = {},
): { readonly [Name in keyof Prompts]: (fields: readonly ProfileField[]) => string } {
  if (typeof locale !== 'string') throw new ProfileError('option-invalid', 'locale must be a string, such as en-US.')
  const options = withoutPrototype(given)
  const own = withoutPrototype(options.prompts ?? {})
  const tag = [locale, locale.slice(0, 2)].find((candidate) => languages.has(candidate)) ?? 'en'
  const language = (languages.get(tag) ?? en)()
  const list = new Intl.ListFormat(tag)
  const join = (parts: readonly string[]) => list.format(parts)
  const purpose = textFor(locale, 'purpose', options.purpose)
  const skillName = textFor(locale, 'skillName', options.skillName)

  const say = (name: keyof Prompts) => (fields: readonly ProfileField[]) => {
    const prompt = own[name] ?? language.prompts[name]
    const names = fields.map((field) => wordsOf(field, locale))
    const fieldList = language.fieldList?.(names, join) ?? join(names)
    return prompt({ locale, fields, fieldList, fillInAt: placeOf(fields), purpose, skillName, join })
  }
  const names = Object.keys(language.prompts) as (keyof Prompts)[]
  return Object.fromEntries(names.map((name) => [name, say(name)])) as Record<keyof Prompts, ReturnType<typeof say>>
}

function placeOf(fields: readonly ProfileField[]): FillInPlace {
  const ofDevice = fields.filter((field) => levelOf(field, 'customer') === 'device')
  if (ofDevice.length === 0) return 'profile'
  return ofDevice.length === fields.length ? 'device' : 'both'
}

/**
 * Makes the checks of `prompts` when the options are passed.
 *
 * @throws {ProfileError} `option-invalid`
 */
export function checkPromptOptions({ skillName, prompts: own }: PromptOptions): void {
  for (const text of typeof skillName === 'object' && skillName !== null ? Object.values(skillName) : [skillName]) {
    textFor('en', 'skillName', text)
  }
  if (own === undefined) return
  checkOptionNames(own, Object.keys(en().prompts))
  if (Object.values(own).every((prompt) => prompt === undefined || typeof prompt === 'function')) return
  throw new ProfileError('option-invalid', 'prompts must be an object of functions that return SSML.')
}

function textFor(locale: string, name: string, option: LocalizedText | undefined): string | undefined {
  const isLocalized = typeof option === 'object' && option !== null && !Array.isArray(option)
  const text: unknown = isLocalized ? localized(option, locale) : option
  if (text === undefined) return undefined
  if (typeof text === 'string' && text.length <= 500) return escapeSsml(text)
  throw new ProfileError(
    'option-invalid',
    `${name} must be a string of at most 500 characters, or an object with one string per locale.`,
  )
}

function localized(texts: Readonly<Record<string, unknown>>, locale: string): unknown {
  if (typeof locale !== 'string') throw new ProfileError('option-invalid', 'locale must be a string, such as en-US.')
  const tag = [locale, locale.slice(0, 2)].find((candidate) => Object.hasOwn(texts, candidate))
  return tag === undefined ? undefined : texts[tag]
}
