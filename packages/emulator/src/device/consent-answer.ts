import { EmulatorError } from '../base/emulator-error.js'
import { personIdScope } from '../skill/declared-scopes.js'
import type { ConsentRequest } from '../wire/consent-request.js'
import type { SessionResumedRequest } from '../wire/request.js'

/**
 * The outcome of Alexa's question for consent:
 *
 * - `accept` `ACCEPTED`: the permissions are granted
 * - `deny` `DENIED`
 * - `silence` `NOT_ANSWERED`
 * - `redirect` `REDIRECT_TO_APP`: Alexa sends the customer to the app and leaves a card there
 * - `failure` no consent answer: the connection fails with the status 500
 */
export type ConsentAnswer = 'accept' | 'deny' | 'silence' | 'redirect' | 'failure'

type Outcome = Pick<SessionResumedRequest['cause'], 'status' | 'result'>

const completed = { code: '200', message: 'OK' }

const outcomes: Readonly<Record<ConsentAnswer, Outcome>> = {
  accept: { status: completed, result: { status: 'ACCEPTED' } },
  deny: { status: completed, result: { status: 'DENIED' } },
  silence: { status: completed, result: { status: 'NOT_ANSWERED' } },
  redirect: { status: completed, result: { status: 'REDIRECT_TO_APP' } },
  failure: failed('500', 'The task failed.', null),
}

/**
 * Creates the request that resumes the session. Alexa does not ask for scopes that the skill may not ask for, so the
 * connection fails with every consent answer.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/voice-forward-consent-api-reference.html (read 2026-11-23)
 * @throws {EmulatorError} `option-invalid`
 * @internal
 */
export function sessionResumed(
  { permissions, token }: ConsentRequest,
  answer: ConsentAnswer,
  { declaredScopes, hasSpeaker }: { declaredScopes: ReadonlySet<string>; hasSpeaker: boolean },
): SessionResumedRequest {
  if (!Object.hasOwn(outcomes, answer)) {
    throw new EmulatorError('option-invalid', `The consent answer must be one of ${Object.keys(outcomes).join(', ')}.`)
  }
  const isDeclared = permissions.every(({ permissionScope }) => declaredScopes.has(permissionScope))
  const needsSpeaker = permissions.some(({ consentLevel }) => consentLevel === 'PERSON')
  const canAskSpeaker = hasSpeaker && declaredScopes.has(personIdScope)
  const outcome = !isDeclared ? undeclared : needsSpeaker && !canAskSpeaker ? withoutSpeaker : outcomes[answer]
  return {
    type: 'SessionResumedRequest',
    cause: { type: 'ConnectionCompleted', ...(token !== undefined && { token }), ...outcome },
  }
}

/**
 * An inference, because failures of this connection were never seen. The older `AskFor` request responded with 400 for
 * a scope that the manifest lacks. The result is that of the failure below.
 *
 * @see https://developer.amazon.com/docs/alexa/smapi/voice-permissions-for-reminders.html (read 2026-11-23)
 */
const undeclared = failed('400', 'The manifest does not declare a requested scope.')

/**
 * Also an inference. A similar task, which confirms the speaker by a PIN, was seen to fail like this for a skill
 * without personalization. Its result had a version and no status.
 *
 * @see https://convoworks.com, the help of the Amazon package's element for PIN confirmation (read 2026-11-23)
 */
const withoutSpeaker = failed('403', 'There is no recognized speaker, or the skill is not personalized.')

function failed(code: string, message: string, result: Outcome['result'] = { version: '2' }): Outcome {
  return { status: { code, message }, result }
}
