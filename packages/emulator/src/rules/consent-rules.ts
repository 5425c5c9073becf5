import { scopeOf } from '@alexa-profile/core'
import { isObject } from '../base/is-object.js'
import {
  consentConnection,
  consentDirectives,
  isConsentPermission,
  requestedPermissions,
  startConnections,
} from '../wire/consent-request.js'
import { isAbsent, type Rule } from './response-rule.js'

const voiceConsentReference =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/voice-forward-consent-api-reference.html' // read 2026-11-23
const voiceConsentGuide = 'https://developer.amazon.com/en-US/docs/alexa/custom-skills/use-voice-forward-consent.html' // read 2026-11-23
const connectionGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/use-skill-connections-to-request-tasks.html' // read 2026-11-23

/** What only the account can consent to; see the table of levels in the guide. */
const accountOnly: ReadonlySet<string> = new Set([
  scopeOf.email,
  'alexa:devices:all:address:country_and_postal_code:read',
  'alexa::devices:all:geolocation:read',
  'alexa::alerts:timers:skill:readwrite',
  'alexa::alerts:reminders:skill:readwrite',
])

/** The rules about asking for consent by voice. That a consent card beside it is refused is not documented: it is allowed. */
export const consentRules: Readonly<Record<string, Rule>> = {
  'voice-consent': {
    source: voiceConsentReference,
    problem: ({ response }) => {
      const directives = consentDirectives(response)
      // an inference: a session can wait for one connection only
      if (directives.length > 1) return 'A response can ask for consent once; put all scopes in one directive.'
      return directives[0] && directiveProblem(directives[0])
    },
  },
  'voice-consent-empty': {
    source: voiceConsentReference,
    problem: ({ response }) => {
      const isFilled = consentDirectives(response)
        .filter(({ input }) => isObject(input))
        .map(requestedPermissions)
        .every((asked) => asked.length > 0 && asked.every(hasScope))
      return isFilled
        ? undefined
        : 'input.permissionScopes must be a list of { permissionScope, consentLevel }, not empty.'
    },
  },
  'voice-consent-level': {
    source: voiceConsentGuide,
    problem: ({ response }) => {
      const asked = consentDirectives(response).flatMap(requestedPermissions).filter(isObject)
      if (!asked.every(({ consentLevel }) => consentLevel === 'ACCOUNT' || consentLevel === 'PERSON')) {
        return 'consentLevel must be ACCOUNT or PERSON.'
      }
      const accounts = asked.find(
        (one) => one.consentLevel === 'PERSON' && accountOnly.has(String(one.permissionScope)),
      )
      return accounts && `Only the account can consent to ${accounts.permissionScope}: use consentLevel ACCOUNT.`
    },
  },
  'voice-consent-duplicate': {
    source: voiceConsentReference,
    problem: ({ response }) => {
      const asked = consentDirectives(response)
        .flatMap(requestedPermissions)
        .filter(isConsentPermission)
        .map(({ permissionScope, consentLevel }) => `${permissionScope} at the level ${consentLevel}`)
      const twice = asked.find((one, index) => asked.indexOf(one) !== index)
      return twice && `The directive asks for ${twice} more than once.`
    },
  },
  'connection-with-player': {
    source: connectionGuide,
    problem: ({ response }) => {
      const { directives } = response
      if (startConnections(response).length === 0 || !Array.isArray(directives)) return undefined
      const types = directives.filter(isObject).map(({ type }) => String(type))
      const player = types.find((type) => /^(?:AudioPlayer|VideoApp)\./.test(type))
      return player && `${player} cannot go beside Connections.StartConnection; send it when the session has resumed.`
    },
  },
}

function hasScope(asked: unknown): boolean {
  return isObject(asked) && typeof asked.permissionScope === 'string' && asked.permissionScope !== ''
}

function directiveProblem({ uri, input, token, onCompletion }: Readonly<Record<string, unknown>>): string | undefined {
  if (uri !== consentConnection) return `uri must be ${consentConnection}.`
  if (!isObject(input)) return 'input must be an object.'
  if (input['@type'] !== 'AskForPermissionsConsentRequest')
    return "input['@type'] must be AskForPermissionsConsentRequest."
  if (input['@version'] !== '2') return "input['@version'] must be the text 2."
  if (!isAbsent(token) && typeof token !== 'string') return 'token must be a text, or left out.'
  if (isAbsent(onCompletion) || onCompletion === 'RESUME_SESSION' || onCompletion === 'SEND_ERRORS_ONLY')
    return undefined
  return 'onCompletion must be RESUME_SESSION, SEND_ERRORS_ONLY or left out.'
}
