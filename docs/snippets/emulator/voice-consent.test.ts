import { startEmulator } from '@alexa-profile/emulator'
import { afterAll, beforeAll, expect, it } from 'vitest'

interface Event {
  request: {
    type: string
    cause?: { result?: { status?: string } | null }
    body?: { acceptedPermissions?: { scope: string }[] }
  }
}
const mayMail = { now: false }

/** Stands for your skill. It asks by voice, gets the consent answer, and gets an event if the customer changes it. */
function skill({ request }: Event) {
  if (request.type.startsWith('AlexaSkillEvent.SkillPermission')) {
    mayMail.now = Boolean(request.body?.acceptedPermissions?.some(({ scope }) => scope === 'alexa::profile:email:read'))
    return {}
  }
  if (request.type === 'SessionResumedRequest') {
    return say(request.cause?.result?.status === 'ACCEPTED' ? 'Thanks.' : 'Never mind.')
  }
  return say('I need your email address.', { directives: [askForEmail] })
}

const askForEmail = {
  type: 'Connections.StartConnection',
  uri: 'connection://AMAZON.AskForPermissionsConsent/2',
  input: {
    '@type': 'AskForPermissionsConsentRequest',
    '@version': '2',
    permissionScopes: [{ permissionScope: 'alexa::profile:email:read', consentLevel: 'ACCOUNT' }],
  },
}

function say(text: string, more: object = {}) {
  return { version: '1.0', response: { outputSpeech: { type: 'PlainText', text }, ...more } }
}

let emulator: Awaited<ReturnType<typeof startEmulator>>
beforeAll(async () => {
  emulator = await startEmulator()
  emulator.subscribe(skill)
})
afterAll(() => emulator.close())

it('may send email after a yes, until the customer withdraws consent', async () => {
  const device = emulator.device(skill)
  expect((await device.open()).consentRequest?.permissions).toHaveLength(1)
  expect(await device.answerConsent('accept')).toMatchObject({ speech: 'Thanks.', violations: [] })
  await emulator.eventsDelivered()
  expect(mayMail.now).toBe(true)

  emulator.customer.revoke('email')
  await emulator.eventsDelivered()
  expect(mayMail.now).toBe(false)
  expect(emulator.events).toMatchObject([{ acknowledged: true }, { acknowledged: true, attempts: 1 }])
})

it('accepts a no', async () => {
  const device = emulator.device(skill)
  await device.open()
  expect((await device.answerConsent('deny')).speech).toBe('Never mind.')
})
