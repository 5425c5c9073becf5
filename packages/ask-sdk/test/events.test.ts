import { startEmulator } from '@alexa-profile/emulator'
import { SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { expect, it, onTestFinished } from 'vitest'
import { acknowledgeEvents, consentHandlers } from '../src/index.js'

it.each([
  'AlexaSkillEvent.SkillAccountLinked',
  'AlexaSkillEvent.ProactiveSubscriptionChanged',
  'AlexaHouseholdListEvent.ItemsCreated',
  'Reminders.ReminderStarted',
  'Messaging.MessageReceived',
])('acknowledges %s', async (type) => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const skill = SkillBuilders.custom()
    .addRequestHandlers(...consentHandlers(), acknowledgeEvents())
    .create()

  const { response } = await skill.invoke(emulator.envelope({ session: false, request: { type } }) as RequestEnvelope)

  expect(response).toEqual({})
})

it.each(['LaunchRequest', 'SessionEndedRequest', 'System.ExceptionEncountered', 'AudioPlayer.PlaybackStarted'])(
  'does not handle %s',
  async (type) => {
    const emulator = await startEmulator()
    onTestFinished(() => emulator.close())
    const skill = SkillBuilders.custom().addRequestHandlers(acknowledgeEvents()).create()

    const invoked = skill.invoke(emulator.envelope({ request: { type } }) as RequestEnvelope)
    await expect(invoked).rejects.toThrow('Unable to find a suitable request handler')
  },
)

it('calls the function of each event and acknowledges events without a function', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const called: string[] = []
  const note =
    (name: string) =>
    (_: unknown, { type }: { type: string }) =>
      void called.push(`${name} ${type}`)
  const functions = {
    onPermissionsChanged: note('changed'),
    onSkillDisabled: note('disabled'),
    onSkillEnabled: note('enabled'),
  }
  const invoke = (type: string, options = {}) => {
    const skill = SkillBuilders.custom()
      .addRequestHandlers(...consentHandlers(options))
      .create()
    const request = { type: `AlexaSkillEvent.${type}`, requestId: 'r', body: {} }
    return skill.invoke(emulator.envelope({ session: false, request }) as RequestEnvelope)
  }
  for (const type of ['SkillPermissionChanged', 'SkillDisabled', 'SkillEnabled']) {
    expect((await invoke(type)).response).toEqual({})
    expect((await invoke(type, functions)).response).toEqual({})
  }
  expect(called).toEqual([
    'changed AlexaSkillEvent.SkillPermissionChanged',
    'disabled AlexaSkillEvent.SkillDisabled',
    'enabled AlexaSkillEvent.SkillEnabled',
  ])
})

it('rejects requests that its handlers cannot handle', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const input = { requestEnvelope: emulator.envelope() } as never
  const handlers = consentHandlers({ onConsentAnswer: () => ({}) })
  expect(handlers).toHaveLength(3)
  for (const { canHandle, handle } of handlers) {
    expect(canHandle(input)).toBe(false)
    expect(() => handle(input)).toThrow('cannot handle the request')
  }
  expect(consentHandlers()).toHaveLength(2)
})

it('reports a misspelled function of consentHandlers', () => {
  const options = { onPermisionsChanged() {} }
  expect(() => consentHandlers(options as object)).toThrow('Did you mean "onPermissionsChanged"?')
})
