import { request as httpRequest } from 'node:http'
import { json } from 'node:stream/consumers'
import { say } from '../../emulator/test/scripted-skill.js'

interface Event {
  context: { System: { apiEndpoint: string; apiAccessToken: string } }
  request: { type: string; intent?: { name: string }; cause?: { result?: { status?: string } | null } }
}

const email = 'alexa::profile:email:read'

/** A skill that greets, asks for consent by card or by voice, and says the email address that it reads. */
export async function tableTalk({ context, request }: Event): Promise<object> {
  if (request.type.startsWith('AlexaSkillEvent.')) return {}
  if (request.type === 'SessionEndedRequest') return {}
  if (request.type === 'LaunchRequest') return say('Welcome to Table Talk.')
  if (request.intent?.name === 'AskIntent') return say('May I?', { directives: [voiceConsent] })
  if (request.type === 'SessionResumedRequest' && request.cause?.result?.status !== 'ACCEPTED')
    return say('Never mind.')
  const { status, body } = await readEmail(context.System)
  if (status === 403) return say('Please look at your Alexa app.', { card: { ...card, permissions: [email] } })
  if (status !== 200) return say(`Sorry, ${status}.`)
  return say(`I mail ${body}. Your reference is ${Math.floor(Math.random() * 1e6)}.`)
}

/** Uses a new connection, because a kept connection may lead to an emulator that was closed. */
function readEmail({ apiEndpoint, apiAccessToken }: Event['context']['System']) {
  return new Promise<{ status: number | undefined; body: unknown }>((resolve, reject) => {
    const url = `${apiEndpoint}/v2/accounts/~current/settings/Profile.email`
    const headers = { authorization: `Bearer ${apiAccessToken}` }
    const request = httpRequest(url, { headers, agent: false }, async (response) => {
      const body = await json(response).catch(() => undefined)
      resolve({ status: response.statusCode, body })
    })
    request.on('error', reject).end()
  })
}

const card = { type: 'AskForPermissionsConsent' }

const voiceConsent = {
  type: 'Connections.StartConnection',
  uri: 'connection://AMAZON.AskForPermissionsConsent/2',
  input: {
    '@type': 'AskForPermissionsConsentRequest',
    '@version': '2',
    permissionScopes: [{ permissionScope: email, consentLevel: 'ACCOUNT' }],
  },
  token: 'mine',
}
