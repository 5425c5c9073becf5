import { startEmulator } from '@alexa-profile/emulator'
import { type RequestHandler, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { expect, it, onTestFinished } from 'vitest'
import { createAlexaProfile, profileFor } from '../src/index.js'

const always = () => true

async function startSkill(handlerOf: (profile: ReturnType<typeof createAlexaProfile>) => RequestHandler) {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const profile = createAlexaProfile({ allowedEndpoints: [emulator.url] })
  onTestFinished(() => profile.client.close())
  const skill = SkillBuilders.custom().addRequestHandlers(handlerOf(profile)).create()
  const invoke = (envelope: RequestEnvelope, context: unknown) => skill.invoke(envelope, context)
  return { emulator, invoke, device: emulator.device(invoke) }
}

it('says the words that a handler brings along', async () => {
  const { device } = await startSkill(({ requireProfile }) =>
    requireProfile(
      {
        required: ['email'],
        prompts: { askForConsent: ({ fieldList }) => `May I have ${fieldList}?` },
        reprompt: 'Well?',
      },
      { canHandle: always, handle: (input) => input.responseBuilder.getResponse() },
    ),
  )

  expect(await device.open()).toMatchObject({
    speech: 'May I have your email address?',
    reprompt: 'Well?',
    sessionOpen: true,
    violations: [],
  })
})

it("ends reads before Lambda's time is up", async () => {
  const { emulator, invoke } = await startSkill(({ requireProfile }) =>
    requireProfile(
      { required: ['email'] },
      { canHandle: always, handle: (input) => input.responseBuilder.getResponse() },
    ),
  )
  emulator.situation('silent')
  const lambdaContext = { getRemainingTimeInMillis: () => 800 }
  const startedAt = performance.now()

  const envelope = await invoke(emulator.envelope(), lambdaContext)

  expect(JSON.stringify(envelope)).toContain('Please try again')
  expect(performance.now() - startedAt).toBeLessThan(2500) // Without that it would be 3 s.
})

it('shares what was read between interceptor and handler, for the bare exports too', async () => {
  const { emulator, invoke } = await startSkill(() => ({
    canHandle: always,
    handle: async (input) => {
      expect(profileFor(input)).toBe(profileFor(input))
      return input.responseBuilder.speak('Same.').getResponse()
    },
  }))

  expect(JSON.stringify(await invoke(emulator.envelope(), undefined))).toContain('Same.')
})

it('gives functions that can be taken apart', async () => {
  const { device } = await startSkill(({ profileFor, respondTo }) => ({
    canHandle: always,
    async handle(input) {
      const { require } = profileFor(input)
      const decision = await require({ required: ['name'] })
      return decision.action === 'proceed' ? input.responseBuilder.getResponse() : respondTo(input, decision)
    },
  }))

  expect((await device.open()).card?.permissions).toEqual(['alexa::profile:name:read'])
})

it('names all options, its own too, where one is misspelt', () => {
  expect(() => createAlexaProfile({ deadline: 1000 } as object)).toThrow(
    'Unknown option "deadline". Did you mean "deadlineMs"? Known options: shouldAsk, agent',
  )
})
