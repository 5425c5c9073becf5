import { isScope, knownScopes, nearest } from '@alexa-profile/core'
import { isObject } from '../base/is-object.js'
import { manifestSpelling } from '../customer/manifest-spelling.js'
import { isAbsent } from '../wire/response.js'
import { maximumCharacters, type Rule } from './response-rule.js'

const cardGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/include-a-card-in-your-skills-response.html' // read 2026-11-22
const consentGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/request-customer-contact-information-for-use-in-your-skill.html' // read 2026-11-22
/** One undeclared permission loses the whole response: https://github.com/timheuer/alexa-skills-dotnet/issues/175 (read 2026-11-22) */
const undeclaredReport = 'https://github.com/timheuer/alexa-skills-dotnet/issues/175'

const maximumUrlCharacters = 2000

/**
 * The texts of each kind of card. `needed` lists texts of which a card must have at least one, and `all` lists those
 * that count towards the limit. The URLs of images count, too. An Amazon sample sends a Standard card that has only a
 * title: https://github.com/alexa/alexa-cookbook/tree/master/feature-demos/skill-demo-device-settings (read 2026-11-29)
 */
const cardTexts: Readonly<Record<string, { needed: readonly string[]; all: readonly string[] }>> = {
  Simple: { needed: ['content'], all: ['title', 'content'] },
  Standard: { needed: ['text', 'title'], all: ['title', 'text'] },
  LinkAccount: { needed: [], all: [] },
  AskForPermissionsConsent: { needed: [], all: [] },
}

/** The rules about what the Alexa app shows. */
export const cardRules: Readonly<Record<string, Rule>> = {
  card: {
    source: cardGuide,
    problem: ({ envelope: { response }, card }) => {
      if (isAbsent(response.card)) return undefined
      const texts = card && Object.hasOwn(cardTexts, card.type) ? cardTexts[card.type] : undefined
      if (card === undefined || texts === undefined) {
        return `card.type must be one of ${Object.keys(cardTexts).join(', ')}.`
      }
      const isThere = (name: string) => typeof card[name] === 'string' && card[name] !== ''
      if (texts.needed.length === 0 || texts.needed.some(isThere)) return undefined
      return `A ${card.type} card must have a ${texts.needed.join(' or a ')}.`
    },
  },
  'card-image': {
    source: cardGuide,
    problem: ({ card }) => {
      if (isAbsent(card?.image)) return undefined
      if (!isObject(card.image)) return 'card.image must be an object with smallImageUrl, largeImageUrl or both.'
      const { smallImageUrl, largeImageUrl } = card.image
      const urls = [smallImageUrl, largeImageUrl].filter((url) => !isAbsent(url))
      const fits = (url: unknown) =>
        typeof url === 'string' && /^https:/i.test(url) && url.length <= maximumUrlCharacters
      return urls.every(fits)
        ? undefined
        : `The URLs of card images must be https URLs of at most ${maximumUrlCharacters} characters.`
    },
  },
  'card-length': {
    source: cardGuide,
    problem: ({ card }) => {
      if (card === undefined || !Object.hasOwn(cardTexts, card.type)) return undefined
      const texts = (cardTexts[card.type]?.all ?? []).map((name) => card[name])
      const urls = isObject(card.image) ? [card.image.smallImageUrl, card.image.largeImageUrl] : []
      const length = [...texts, ...urls].reduce<number>((sum, text) => sum + String(text ?? '').length, 0)
      return length > maximumCharacters
        ? `The card has ${length} characters, including the URLs of its images. At most ${maximumCharacters} are allowed.`
        : undefined
    },
  },
  'consent-card-empty': {
    source: consentGuide,
    problem: ({ envelope: { response }, card }) => {
      if (card?.permissions === undefined) return undefined
      const sent = isObject(response.card) ? response.card.permissions : undefined
      const areScopes = Array.isArray(sent) && sent.length > 0 && sent.length === card.permissions.length
      return areScopes ? undefined : 'A consent card must have a non-empty array of scopes in permissions.'
    },
  },
  'consent-card-duplicate': {
    source: consentGuide,
    problem: ({ card }) => {
      const permissions = card?.permissions ?? []
      const twice = permissions.find((permission, index) => permissions.indexOf(permission) !== index)
      return twice === undefined ? undefined : `The consent card asks for ${JSON.stringify(twice)} more than once.`
    },
  },
  'consent-card-undeclared': {
    source: undeclaredReport,
    problem: ({ card }, { declaredScopes }) => {
      const isDeclared = (scope: string) => declaredScopes.has(scope) || declaredScopes.has(manifestSpelling(scope))
      const undeclared = (card?.permissions ?? []).filter((scope) => !isDeclared(scope))
      if (undeclared.length === 0) return undefined
      const scopes = undeclared.join(', ')
      return {
        message: `The consent card asks for scopes that the manifest does not declare: ${scopes}. ${adviceFor(undeclared)}`,
        alexaMessage: 'permissions contains invalid permission',
      }
    },
  },
}

/** A scope that does not exist cannot be declared, so the message suggests a similar one. */
function adviceFor(undeclared: readonly string[]): string {
  const meant = undeclared.filter((scope) => !isScope(scope)).flatMap((scope) => nearest(scope, knownScopes) ?? [])
  if (meant.length > 0) return `Did you mean ${meant.map((scope) => JSON.stringify(scope)).join(', ')}?`
  return `Add ${undeclared.map(manifestSpelling).join(', ')} to skill.json.`
}
