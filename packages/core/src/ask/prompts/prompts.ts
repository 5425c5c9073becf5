import type { ProfileField } from '../../fields.js'
import { ProfileError } from '../../profile-error.js'
import { escapeSsml } from '../escape-ssml.js'
import { en } from './en.js'
import type { Language, Prompts } from './language.js'

/** By locale where a region has words of its own, else by language. A missing one is said in English. */
const languages: ReadonlyMap<string, Language> = new Map([['en', en]])

export interface PromptOptions {
  /** What the customer gets for it, as it follows "to": `book your table`. At most 500 characters. */
  readonly purpose?: string | undefined
  /** Default: "this skill". At most 500 characters. */
  readonly skillName?: string | undefined
  /** Your own words, for any of the prompts. */
  readonly prompts?: Partial<Prompts> | undefined
}

/**
 * The words for a locale such as `en-GB`, each a function from fields to SSML without `<speak>`.
 *
 * @throws {ProfileError} `option-invalid`
 */
export function prompts(
  locale: string,
  options: PromptOptions = {},
): { readonly [Name in keyof Prompts]: (fields: readonly ProfileField[]) => string } {
  const tag = [locale, locale.slice(0, 2)].find((candidate) => languages.has(candidate)) ?? 'en'
  const language = languages.get(tag) ?? en
  const purpose = insertable('purpose', options.purpose)
  const skillName = insertable('skillName', options.skillName)
  const list = new Intl.ListFormat(tag)

  const say = (name: keyof Prompts) => (fields: readonly ProfileField[]) => {
    const fieldList = list.format(fields.map((field) => language.fieldNames[field]))
    return (options.prompts?.[name] ?? language.prompts[name])({ locale, fields, fieldList, purpose, skillName })
  }
  return {
    askForConsent: say('askForConsent'),
    askToFillIn: say('askToFillIn'),
    speakerUnknown: say('speakerUnknown'),
    tryLater: say('tryLater'),
    fixSkill: say('fixSkill'),
    goOnWithout: say('goOnWithout'),
    cannotGoOn: say('cannotGoOn'),
  }
}

function insertable(name: string, text: unknown): string | undefined {
  if (text === undefined) return undefined
  if (typeof text === 'string' && text.length <= 500) return escapeSsml(text)
  throw new ProfileError('option-invalid', `${name} takes a text of at most 500 characters.`)
}
