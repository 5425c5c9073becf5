import { fieldScopes, manifestScopeOf } from '../field-scopes.js'
import { isObject } from '../is-object.js'
import type { ManifestRules, Problem } from '../manifest-rule.js'
import { manifestSpellingOf } from '../permission-names.js'
import { quote } from '../quote.js'

// All sources here were read on 2026-11-22.
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
    why: 'Amazon rejects a manifest whose `permissions` is not a list of `{ "name": … }`.',
    source: manifestSchema,
    problems: ({ at }) => {
      const permissions = at('permissions')
      if (permissions === undefined) return []
      if (!Array.isArray(permissions)) {
        return [{ message: 'permissions must be a list of { "name": "alexa::…" }.', path: ['permissions'] }]
      }
      return permissions.flatMap((entry: unknown, index): Problem | [] => {
        const path = ['permissions', index]
        if (typeof entry === 'string')
          return { message: `This entry is a string. Write { "name": ${quote(entry)} }.`, path }
        const fits = isObject(entry) && typeof entry.name === 'string'
        return fits ? [] : { message: 'A permission must be an object with a name: { "name": "alexa::…" }.', path }
      })
    },
  },
  'scope-misspelt': {
    severity: 'error',
    why: 'If a colon is missing or extra, the permission does not exist: the deployment fails, or consent is never given.',
    source: misspeltReport,
    problems: ({ scopes }) =>
      scopes.flatMap(({ name, path, meant }) => {
        if (meant === undefined || meant === name || manifestSpellingOf(name) !== undefined) return []
        return { message: `Unknown permission ${quote(name)}. Write ${quote(meant)}.`, path }
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
        return {
          message: `${quote(name)} is the spelling for consent cards. Write ${quote(spelling)} in the manifest.`,
          path,
        }
      }),
  },
  'scope-unknown': {
    severity: 'warning',
    why: "The name is neither in Amazon's published list nor similar to a name in it. It may be newer than the list.",
    source: smapiModel,
    problems: ({ scopes }) =>
      scopes.flatMap(({ name, path, meant }) => {
        if (meant !== undefined) return []
        return { message: `Unknown permission ${quote(name)}. Check the name, or remove it.`, path }
      }),
  },
  'scope-deprecated': {
    severity: 'warning',
    why: 'List Management ended on 27 June 2024. A skill can still declare its permissions, but they have no effect.',
    source: deprecatedFeatures,
    problems: ({ scopes }) =>
      scopes.flatMap(({ path, meant }) => {
        if (!meant?.startsWith('alexa::household:lists:')) return []
        return {
          message: `${quote(meant)} has no effect: Alexa no longer offers household lists to skills. Remove it.`,
          path,
        }
      }),
  },
  'scope-duplicate': {
    severity: 'warning',
    why: 'A permission that is declared twice is a leftover. Removing one entry does not remove the permission.',
    source: manifestSchema,
    problems: ({ scopes }) =>
      scopes.flatMap(({ name, path }, index) => {
        const first = scopes.findIndex((other) => other.name === name)
        return first === index ? [] : { message: `${quote(name)} is declared twice. Remove one entry.`, path }
      }),
  },
  'scope-undeclared': {
    severity: 'error',
    why: "Without it, Alexa's API returns 403 for the field, and Alexa rejects a response whose consent card asks for it.",
    source: undeclaredReport,
    problems: ({ use, meantScopes }) => {
      const asked = new Set([...(use.fields ?? []), ...(use.speakerFields ?? [])])
      return [...asked].flatMap((field) => {
        const scope = manifestScopeOf(field)
        if (scope === undefined || meantScopes.has(scope)) return []
        return {
          message: `The skill reads ${field} without its permission. Declare { "name": "${scope}" }.`,
          path: ['permissions'],
        }
      })
    },
  },
  'scope-unused': {
    severity: 'warning',
    why: 'A skill may ask only for permissions that its features need. Customers see every declared permission.',
    source: contactGuide,
    problems: ({ use: { fields, speakerFields }, scopes }) => {
      if (fields === undefined) return []
      const asked = new Set<string>(
        [...fields, ...(speakerFields ?? [])].flatMap((field) => manifestScopeOf(field) ?? []),
      )
      return scopes.flatMap(({ path, meant }) => {
        if (meant === undefined || !fieldScopes.has(meant) || asked.has(meant)) return []
        return { message: `The skill reads no field that needs ${quote(meant)}. Remove it.`, path }
      })
    },
  },
  'person-id-undeclared': {
    severity: 'error',
    why: "Without it, requests do not identify the speaker, and the speaker's fields cannot be read.",
    source: personReference,
    problems: ({ use: { speakerFields = [] }, meantScopes }) => {
      if (speakerFields.length === 0 || meantScopes.has(personIdScope)) return []
      return [
        {
          message: `The skill reads the speaker's fields without their permission. Declare { "name": "${personIdScope}" }.`,
          path: ['permissions'],
        },
      ]
    },
  },
  'consent-needs-custom-skill': {
    severity: 'error',
    why: 'Only custom skills can send consent cards or ask for voice consent.',
    source: permissionGuide,
    problems: ({ use: { consent }, at }) => {
      if (consent === undefined || isObject(at('apis', 'custom'))) return []
      const means = consent === 'card' ? 'send consent cards' : 'ask for voice consent'
      return [{ message: `Only custom skills can ${means}. Add apis.custom.`, path: ['apis', 'custom'] }]
    },
  },
}
