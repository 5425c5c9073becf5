import { fieldScopes, manifestScopeOf } from '../field-scopes.js'
import { isObject } from '../is-object.js'
import type { ManifestRules, Problem } from '../manifest-rule.js'
import { manifestSpellingOf } from '../permission-names.js'
import { quote } from '../quote.js'

// Read 2026-11-22, as all sources here.
const manifestSchema = 'https://developer.amazon.com/en-US/docs/alexa/smapi/skill-manifest.html'
const permissionGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/configure-permissions-for-customer-information-in-your-skill.html'
const contactGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-customer-contact-information-for-use-in-your-skill.html'
const personReference = 'https://developer.amazon.com/en-US/docs/alexa/custom-skills/person-profile-api-reference.html'
const smapiModel = 'https://github.com/alexa/alexa-apis-for-nodejs/blob/master/ask-smapi-model/index.ts'
const misspeltReport = 'https://github.com/alexa/alexa-skills-kit-sdk-for-nodejs/issues/485'
const spellingReport = 'https://github.com/AreYouFreeBusy/AlexaSkillsKit.NET/issues/72'
const undeclaredReport = 'https://github.com/alexa/alexa-skills-kit-sdk-for-nodejs/issues/738'

const deprecatedFeatures = 'https://developer.amazon.com/en-US/docs/alexa/ask-overviews/deprecated-features.html' // read 2026-11-28

const personIdScope = 'alexa::person_id:read'

/** The rules about `permissions`. */
export const permissionRules: ManifestRules = {
  'permissions-shape': {
    severity: 'error',
    why: 'Amazon refuses a manifest whose `permissions` is not a list of `{ "name": … }`.',
    source: manifestSchema,
    problems: ({ at }) => {
      const permissions = at('permissions')
      if (permissions === undefined) return []
      if (!Array.isArray(permissions)) {
        return [{ message: 'permissions must be a list of { "name": "alexa::…" }.', path: ['permissions'] }]
      }
      return permissions.flatMap((entry: unknown, index): Problem | [] => {
        const path = ['permissions', index]
        if (typeof entry === 'string') return { message: `Write { "name": ${quote(entry)} }, not the bare text.`, path }
        const fits = isObject(entry) && typeof entry.name === 'string'
        return fits ? [] : { message: 'A permission is an object with a name: { "name": "alexa::…" }.', path }
      })
    },
  },
  'scope-misspelt': {
    severity: 'error',
    why: 'A permission with a colon too many or too few is none: deploying fails, or consent is never given.',
    source: misspeltReport,
    problems: ({ scopes }) =>
      scopes.flatMap(({ name, path, meant }) => {
        if (meant === undefined || meant === name || manifestSpellingOf(name) !== undefined) return []
        return { message: `There is no permission ${quote(name)}; write ${quote(meant)}.`, path }
      }),
  },
  'scope-spelt-as-in-card': {
    severity: 'error',
    why: 'The permissions of addresses and lists have one spelling in consent cards and another in the manifest.',
    source: spellingReport,
    problems: ({ scopes }) =>
      scopes.flatMap(({ name, path }) => {
        const spelling = manifestSpellingOf(name)
        if (spelling === undefined) return []
        return { message: `${quote(name)} is for consent cards; the manifest spells it ${quote(spelling)}.`, path }
      }),
  },
  'scope-unknown': {
    severity: 'warning',
    why: "The name is neither in Amazon's published list nor near one that is; it may be newer than the list.",
    source: smapiModel,
    problems: ({ scopes }) =>
      scopes.flatMap(({ name, path, meant }) => {
        if (meant !== undefined) return []
        return { message: `${quote(name)} is no permission that is known here: look it up, or remove it.`, path }
      }),
  },
  'scope-deprecated': {
    severity: 'warning',
    why: 'List Management ended on 27 June 2024. A skill can still declare its permissions, and gets nothing for them.',
    source: deprecatedFeatures,
    problems: ({ scopes }) =>
      scopes.flatMap(({ path, meant }) => {
        if (!meant?.startsWith('alexa::household:lists:')) return []
        return { message: `${quote(meant)} is deprecated, as are household lists: remove it.`, path }
      }),
  },
  'scope-duplicate': {
    severity: 'warning',
    why: 'A permission that is declared twice is a leftover, and removing it once does not remove it.',
    source: manifestSchema,
    problems: ({ scopes }) =>
      scopes.flatMap(({ name, path }, index) => {
        const first = scopes.findIndex((other) => other.name === name)
        return first === index ? [] : { message: `${quote(name)} is declared already: remove one.`, path }
      }),
  },
  'scope-undeclared': {
    severity: 'error',
    why: 'Without it Alexa answers 403 for the field, and throws a response away whose consent card asks for it.',
    source: undeclaredReport,
    problems: ({ use, meantScopes }) => {
      const asked = new Set([...(use.fields ?? []), ...(use.speakerFields ?? [])])
      return [...asked].flatMap((field) => {
        const scope = manifestScopeOf(field)
        if (scope === undefined || meantScopes.has(scope)) return []
        return { message: `The skill reads ${field}: declare { "name": "${scope}" }.`, path: ['permissions'] }
      })
    },
  },
  'scope-unused': {
    severity: 'warning',
    why: 'A skill may ask only for what a feature of it needs; customers see all that is declared.',
    source: contactGuide,
    problems: ({ use: { fields, speakerFields }, scopes }) => {
      if (fields === undefined) return []
      const asked = new Set<string>(
        [...fields, ...(speakerFields ?? [])].flatMap((field) => manifestScopeOf(field) ?? []),
      )
      return scopes.flatMap(({ path, meant }) => {
        if (meant === undefined || !fieldScopes.has(meant) || asked.has(meant)) return []
        return { message: `The skill does not read what ${quote(meant)} opens: remove it.`, path }
      })
    },
  },
  'person-id-undeclared': {
    severity: 'error',
    why: "Without it requests never say who speaks, and the speaker's fields cannot be read.",
    source: personReference,
    problems: ({ use: { speakerFields = [] }, meantScopes }) => {
      if (speakerFields.length === 0 || meantScopes.has(personIdScope)) return []
      return [
        {
          message: `The skill reads the speaker's fields: declare { "name": "${personIdScope}" }.`,
          path: ['permissions'],
        },
      ]
    },
  },
  'consent-needs-custom-skill': {
    severity: 'error',
    why: 'Consent cards and voice consent are answers of custom skills.',
    source: permissionGuide,
    problems: ({ use: { consent }, at }) => {
      if (consent === undefined || isObject(at('apis', 'custom'))) return []
      const means = consent === 'card' ? 'Consent cards' : 'Voice consent'
      return [{ message: `${means} can be used by custom skills only: add apis.custom.`, path: ['apis', 'custom'] }]
    },
  },
}
