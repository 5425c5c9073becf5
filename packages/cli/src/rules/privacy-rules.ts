import { fieldScopes } from '../field-scopes.js'
import { isObject } from '../is-object.js'
import type { ManifestPath } from '../manifest-path.js'
import type { ManifestRules } from '../manifest-rule.js'
import { quote } from '../quote.js'
import type { Subject } from '../subject.js'

// Read 2026-11-22.
const contactGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-customer-contact-information-for-use-in-your-skill.html'
const manifestSchema = 'https://developer.amazon.com/en-US/docs/alexa/smapi/skill-manifest.html'

/**
 * The address has the same conditions as the profile:
 * https://developer.amazon.com/ja-JP/docs/custom-skills/device-address-api.html (read 2026-11-22).
 */
const personalScopes: ReadonlySet<string> = new Set([
  ...fieldScopes,
  'alexa::devices:all:address:full:read',
  'alexa:devices:all:address:country_and_postal_code:read',
])

/** The rules about `privacyAndCompliance`, for skills that ask for contact data. */
export const privacyRules: ManifestRules = {
  'privacy-policy-missing': {
    severity: 'error',
    why: 'Amazon certifies a skill that asks for contact data only with a link to its privacy policy in each locale.',
    source: contactGuide,
    problems: (subject) => {
      if (!asksForPersonalData(subject)) return []
      const locales = publishedLocales(subject)
      if (locales.length === 0) {
        const message = 'No locale is published, so no privacy policy can be shown. Add a locale with its texts.'
        return [{ message, path: ['publishingInformation', 'locales'] }]
      }
      return locales.flatMap((locale) => {
        const path = policyPath(locale)
        if (isGiven(subject.at(...path))) return []
        return { message: `${quote(locale)} is published without a privacy policy. Add privacyPolicyUrl.`, path }
      })
    },
  },
  'privacy-policy-url': {
    severity: 'error',
    why: 'The skill store shows the link. It must be a valid https URL.',
    source: manifestSchema,
    problems: (subject) => {
      if (!asksForPersonalData(subject)) return []
      return publishedLocales(subject).flatMap((locale) => {
        const path = policyPath(locale)
        const url = subject.at(...path)
        if (!isGiven(url) || isHttpsUrl(url)) return []
        return { message: `The privacyPolicyUrl of ${quote(locale)} must be an https:// URL.`, path }
      })
    },
  },
  'child-directed': {
    severity: 'error',
    why: 'Skills for children may not ask for contact data at all.',
    source: contactGuide,
    problems: (subject) => {
      const path = ['privacyAndCompliance', 'isChildDirected']
      const isChildDirected = subject.at(...path)
      if (!asksForPersonalData(subject) || isChildDirected === false) return []
      const message =
        isChildDirected === true
          ? 'A skill for children may not ask for contact data. Remove the permissions.'
          : 'A skill for children may not ask for contact data. Set "isChildDirected" to false.'
      return [{ message, path }]
    },
  },
  'uses-personal-info': {
    severity: 'error',
    why: 'A skill that reads contact data collects personal information and must declare that.',
    source: manifestSchema,
    problems: (subject) => {
      const path = ['privacyAndCompliance', 'usesPersonalInfo']
      if (!asksForPersonalData(subject) || subject.at(...path) === true) return []
      return [{ message: 'The skill asks for contact data. Set "usesPersonalInfo" to true.', path }]
    },
  },
}

function asksForPersonalData({ meantScopes, use: { fields = [], speakerFields = [] } }: Subject): boolean {
  const declares = [...meantScopes].some((scope) => personalScopes.has(scope))
  return declares || fields.length > 0 || speakerFields.length > 0
}

function publishedLocales({ at }: Subject): string[] {
  const locales = at('publishingInformation', 'locales')
  return isObject(locales) ? Object.keys(locales) : []
}

function policyPath(locale: string): ManifestPath {
  return ['privacyAndCompliance', 'locales', locale, 'privacyPolicyUrl']
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

function isHttpsUrl(value: unknown): boolean {
  return typeof value === 'string' && /^https:\/\//i.test(value) && URL.canParse(value)
}
