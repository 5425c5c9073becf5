import { isObject } from '../base/is-object.js'
import { consentPermissions } from '../wire/consent-permissions.js'
import { isAbsent, maximumCharacters, type Rule } from './response-rule.js'

const cardGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/include-a-card-in-your-skills-response.html' // read 2026-11-22
const consentGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-customer-contact-information-for-use-in-your-skill.html' // read 2026-11-22
/** One undeclared permission loses the whole response: https://github.com/timheuer/alexa-skills-dotnet/issues/175 (read 2026-11-22) */
const undeclaredReport = 'https://github.com/timheuer/alexa-skills-dotnet/issues/175'

const maximumUrlCharacters = 2000

/**
 * Cards spell the two address scopes in a way of their own: https://github.com/AreYouFreeBusy/AlexaSkillsKit.NET/issues/72
 * (read 2026-11-22).
 */
const manifestSpelling: Readonly<Record<string, string>> = {
  'read::alexa:device:all:address': 'alexa::devices:all:address:full:read',
  'read::alexa:device:all:address:country_and_postal_code': 'alexa:devices:all:address:country_and_postal_code:read',
}

/** The texts of each kind of card: required ones, then all that count towards the limit. */
const cardTexts: Readonly<Record<string, { required: readonly string[]; all: readonly string[] }>> = {
  Simple: { required: ['content'], all: ['title', 'content'] },
  Standard: { required: ['text'], all: ['title', 'text'] },
  LinkAccount: { required: [], all: [] },
  AskForPermissionsConsent: { required: [], all: [] },
}

/** The rules about what is shown. */
export const cardRules: Readonly<Record<string, Rule>> = {
  card: {
    source: cardGuide,
    problem: ({ response: { card } }) => {
      if (isAbsent(card)) return undefined
      const type = isObject(card) ? card.type : undefined
      const texts = typeof type === 'string' && Object.hasOwn(cardTexts, type) ? cardTexts[type] : undefined
      if (!isObject(card) || texts === undefined)
        return `card.type must be one of ${Object.keys(cardTexts).join(', ')}.`
      const missing = texts.required.find((name) => typeof card[name] !== 'string' || card[name] === '')
      return missing && `A ${type} card needs a ${missing}.`
    },
  },
  'card-image': {
    source: cardGuide,
    problem: ({ response: { card } }) => {
      if (!isObject(card) || isAbsent(card.image)) return undefined
      if (!isObject(card.image)) return 'card.image must be an object with smallImageUrl, largeImageUrl or both.'
      const { smallImageUrl, largeImageUrl } = card.image
      const urls = [smallImageUrl, largeImageUrl].filter((url) => !isAbsent(url))
      const fits = (url: unknown) =>
        typeof url === 'string' && /^https:/i.test(url) && url.length <= maximumUrlCharacters
      return urls.every(fits) ? undefined : `Card images are https URLs of at most ${maximumUrlCharacters} characters.`
    },
  },
  'card-length': {
    source: cardGuide,
    problem: ({ response: { card } }) => {
      if (!isObject(card)) return undefined
      const texts = cardTexts[String(card.type)]?.all ?? []
      const length = texts.map((name) => card[name]).reduce<number>((sum, text) => sum + String(text ?? '').length, 0)
      return length > maximumCharacters
        ? `The card has ${length} characters; at most ${maximumCharacters} are allowed.`
        : undefined
    },
  },
  'consent-card-empty': {
    source: consentGuide,
    problem: ({ response }) => {
      const permissions = consentPermissions(response)
      const isList = permissions?.every((permission) => typeof permission === 'string') && permissions.length > 0
      return permissions === undefined || isList
        ? undefined
        : 'A consent card needs permissions: a list of scopes, not empty.'
    },
  },
  'consent-card-duplicate': {
    source: consentGuide,
    problem: ({ response }) => {
      const permissions = consentPermissions(response) ?? []
      const twice = permissions.find((permission, index) => permissions.indexOf(permission) !== index)
      return twice === undefined ? undefined : `The consent card asks for ${JSON.stringify(twice)} more than once.`
    },
  },
  'consent-card-undeclared': {
    source: undeclaredReport,
    problem: ({ response, declaredScopes }) => {
      const strange = (consentPermissions(response) ?? []).filter(
        (scope) =>
          typeof scope === 'string' &&
          !declaredScopes.has(scope) &&
          !declaredScopes.has(manifestSpelling[scope] ?? scope),
      )
      return strange.length === 0
        ? undefined
        : `The consent card asks for what the manifest does not declare: ${strange.join(', ')}. Add it to skill.json.`
    },
  },
}
