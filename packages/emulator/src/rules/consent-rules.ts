import { isObject } from '../base/is-object.js'
import { customerScopes } from '../customer/customer-scopes.js'
import {
  consentConnection,
  consentDirectives,
  isConsentPermission,
  requestedPermissions,
} from '../wire/consent-request.js'
import { type Directive, isAbsent } from '../wire/response.js'
import type { Rule } from './response-rule.js'

const voiceConsentReference =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/voice-forward-consent-api-reference.html' // read 2026-11-23
const voiceConsentGuide = 'https://developer.amazon.com/en-US/docs/alexa/custom-skills/use-voice-forward-consent.html' // read 2026-11-23
const connectionGuide =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/use-skill-connections-to-request-tasks.html' // read 2026-11-23

/** Scopes that exist only at the level ACCOUNT. See the table of levels in the guide. */
const accountOnly: ReadonlySet<string> = new Set([
  ...customerScopes,
  'alexa:devices:all:address:country_and_postal_code:read',
  'alexa::devices:all:geolocation:read',
  'alexa::alerts:timers:skill:readwrite',
  'alexa::alerts:reminders:skill:readwrite',
])

/** The rules about voice consent. Amazon does not say that a consent card beside it is rejected, so it is allowed. */
export const consentRules: Readonly<Record<string, Rule>> = {
  'voice-consent': {
    source: voiceConsentReference,
    problem: ({ directives }) => {
      const asking = consentDirectives(directives)
      // An inference: a session can wait for only one connection.
      if (asking.length > 1)
        return 'A response can contain only one directive for voice consent. Put all scopes into one directive.'
      return asking[0] && directiveProblem(asking[0])
    },
  },
  'voice-consent-empty': {
    source: voiceConsentReference,
    problem: ({ directives }) => {
      const isFilled = consentDirectives(directives)
        .filter(({ input }) => isObject(input))
        .map(requestedPermissions)
        .every((asked) => asked.length > 0 && asked.every(hasScope))
      return isFilled
        ? undefined
        : 'input.permissionScopes must be a non-empty array of { permissionScope, consentLevel }.'
    },
  },
  'voice-consent-level': {
    source: voiceConsentGuide,
    problem: ({ directives }) => {
      const asked = consentDirectives(directives).flatMap(requestedPermissions).filter(isObject)
      if (!asked.every(({ consentLevel }) => consentLevel === 'ACCOUNT' || consentLevel === 'PERSON')) {
        return 'consentLevel must be ACCOUNT or PERSON.'
      }
      const wrongLevel = asked.find(
        (one) => one.consentLevel === 'PERSON' && accountOnly.has(String(one.permissionScope)),
      )
      return wrongLevel && `${wrongLevel.permissionScope} exists only at the level ACCOUNT.`
    },
  },
  'voice-consent-duplicate': {
    source: voiceConsentReference,
    problem: ({ directives }) => {
      const asked = consentDirectives(directives)
        .flatMap(requestedPermissions)
        .filter(isConsentPermission)
        .map(({ permissionScope, consentLevel }) => `${permissionScope} at the level ${consentLevel}`)
      const twice = asked.find((one, index) => asked.indexOf(one) !== index)
      return twice && `The directive asks for ${twice} more than once.`
    },
  },
  'connection-with-player': {
    source: connectionGuide,
    problem: ({ directives }) => {
      const task = directives.find(
        ({ type }) => type === 'Tasks.CompleteTask' || type === 'Connections.StartConnection',
      )
      if (task === undefined) return undefined
      const player = directives.find(({ type }) => /^(?:AudioPlayer|VideoApp)\./.test(type))
      return (
        player &&
        `A response cannot contain both ${player.type} and ${task.type}. Send ${player.type} in a later response.`
      )
    },
  },
}

function hasScope(asked: unknown): boolean {
  return isObject(asked) && typeof asked.permissionScope === 'string' && asked.permissionScope !== ''
}

function directiveProblem({ uri, input, token, onCompletion }: Directive): string | undefined {
  if (uri !== consentConnection) return `uri must be ${consentConnection}.`
  if (!isObject(input)) return 'input must be an object.'
  if (input['@type'] !== 'AskForPermissionsConsentRequest')
    return "input['@type'] must be AskForPermissionsConsentRequest."
  if (input['@version'] !== '2') return `input['@version'] must be the string "2".`
  if (!isAbsent(token) && typeof token !== 'string') return 'token must be a string or left out.'
  if (isAbsent(onCompletion) || onCompletion === 'RESUME_SESSION' || onCompletion === 'SEND_ERRORS_ONLY')
    return undefined
  return 'onCompletion must be RESUME_SESSION, SEND_ERRORS_ONLY or left out.'
}
