import { expect, it } from 'vitest'
import { say, script } from './scripted-skill.js'
import { started } from './started.js'

const reprompt = (text: string) => ({ outputSpeech: { type: 'PlainText', text } })

it('after silence, the customer hears the reprompt, and the session ends', async () => {
  const emulator = await started()
  const { skill, events } = script(say('When?', { reprompt: reprompt('At what time?') }))
  const device = emulator.device(skill)
  await device.open()
  const turn = await device.silence()
  expect(turn).toMatchObject({ speech: 'At what time?', violations: [], sessionOpen: false })
  expect(events[1]).toMatchObject({
    session: { new: false, sessionId: events[0]?.session.sessionId },
    request: { type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' },
  })
  expect(device.sessionOpen).toBe(false)
  await expect(device.silence()).rejects.toMatchObject({ code: 'session-not-open' })
})

it('after silence without a reprompt, the customer hears nothing', async () => {
  const emulator = await started()
  const { skill, events } = script(say('When?'))
  const device = emulator.device(skill)
  await device.open()
  expect((await device.silence()).speech).toBeUndefined()
  expect(events[1]?.request.reason).toBe('EXCEEDED_MAX_REPROMPTS')
})

it('silence while Alexa asks for consent is the consent answer NOT_ANSWERED', async () => {
  const emulator = await started()
  const directive = {
    type: 'Connections.StartConnection',
    uri: 'connection://AMAZON.AskForPermissionsConsent/2',
    input: {
      '@type': 'AskForPermissionsConsentRequest',
      '@version': '2',
      permissionScopes: [{ permissionScope: 'alexa::profile:email:read', consentLevel: 'ACCOUNT' }],
    },
    onCompletion: 'RESUME_SESSION',
  }
  const { skill, events } = script(
    say('May I?', { directives: [directive], shouldEndSession: undefined }),
    say('Fine.'),
  )
  const device = emulator.device(skill)
  await device.open()
  expect(await device.silence()).toMatchObject({ speech: 'Fine.', violations: [] })
  expect(events[1]?.request).toMatchObject({
    type: 'SessionResumedRequest',
    cause: { result: { status: 'NOT_ANSWERED' } },
  })
})
