import { startEmulator } from '@alexa-profile/emulator'
import { type HandlerInput, type RequestHandler, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { expect, it, onTestFinished } from 'vitest'
import { createAlexaProfile, profileFor } from '../src/index.js'

const always = () => true

async function startSkill(
  handlerOf: (profile: ReturnType<typeof createAlexaProfile>) => RequestHandler,
  options: Parameters<typeof createAlexaProfile>[0] = {},
) {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const profile = createAlexaProfile({ allowedEndpoints: [emulator.url], ...options })
  onTestFinished(() => profile.client.close())
  const skill = SkillBuilders.custom().addRequestHandlers(handlerOf(profile)).create()
  const invoke = (envelope: RequestEnvelope, context: unknown) => skill.invoke(envelope, context)
  return { emulator, invoke, device: emulator.device(invoke) }
}

it('uses the prompts and the reprompt of the handler', async () => {
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

it("ends reads before Lambda's time limit", async () => {
  const { emulator, invoke } = await startSkill(
    ({ requireProfile }) =>
      requireProfile(
        { required: ['email'] },
        { canHandle: always, handle: (input) => input.responseBuilder.getResponse() },
      ),
    { attemptTimeoutMs: 20_000, deadlineMs: 20_000 },
  )
  emulator.situation('silent')
  const lambdaContext = { getRemainingTimeInMillis: () => 800 }
  const startedAt = performance.now()

  const envelope = await invoke(emulator.envelope(), lambdaContext)

  expect(JSON.stringify(envelope)).toContain('Please try again')
  expect(performance.now() - startedAt).toBeLessThan(12_000) // Without Lambda's limit it would take 20 s.
})

it('returns the same reader for copies of an input and respects the time that Lambda has left', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const { profileFor, client } = createAlexaProfile({
    allowedEndpoints: [emulator.url],
    attemptTimeoutMs: 20_000,
    deadlineMs: 20_000,
  })
  onTestFinished(() => client.close())
  emulator.situation('silent')
  const context = { getRemainingTimeInMillis: () => 700 }
  const input = { requestEnvelope: emulator.envelope(), context, attributesManager: {} } as never as HandlerInput
  expect(profileFor({ ...input })).toBe(profileFor(input))
  const startedAt = performance.now()
  expect((await profileFor(input).read(['email'])).email).toMatchObject({ failure: 'timeout' })
  expect(performance.now() - startedAt).toBeLessThan(10_000)
})

it('responds with the given options and asks by card', async () => {
  const options = { purpose: 'book your table', consent: undefined }
  const { device } = await startSkill(({ profileFor, respondTo, respondToConsentAnswer }) => ({
    canHandle: always,
    async handle(input) {
      const answer = { answer: 'declined' as const, fields: ['email' as const], scopes: [] }
      if (input.requestEnvelope.request.type !== 'LaunchRequest') return respondToConsentAnswer(input, answer, options)
      const decision = await profileFor(input).require({ required: ['email'] })
      return decision.action === 'proceed' ? input.responseBuilder.getResponse() : respondTo(input, decision, options)
    },
  }))
  const asked = await device.open()
  expect(asked.speech).toContain('book your table')
  expect(asked.card?.permissions).toEqual(['alexa::profile:email:read'])
  expect((await device.intent('OtherIntent')).speech).toContain("I can't book your table")
})

it('does not ask a customer who has declined, according to the current session attributes', async () => {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const { requireProfile, client } = createAlexaProfile({ allowedEndpoints: [emulator.url] })
  onTestFinished(() => client.close())
  const handler = requireProfile(
    { required: ['email'] },
    { canHandle: always, handle: (input) => input.responseBuilder.getResponse() },
  )
  const skill = SkillBuilders.custom()
    .addRequestHandlers(handler)
    .addRequestInterceptors(({ attributesManager }) => {
      attributesManager.setSessionAttributes({ alexaProfile: { consent: 'declined' } })
    })
    .create()
  const { response } = await skill.invoke(emulator.envelope())
  expect(response.card).toBeUndefined()
})

it("shares one reader between interceptor and handler, also with the package's own functions", async () => {
  const { emulator, invoke } = await startSkill(() => ({
    canHandle: always,
    handle: async (input) => {
      expect(profileFor(input)).toBe(profileFor(input))
      return input.responseBuilder.speak('Same.').getResponse()
    },
  }))

  expect(JSON.stringify(await invoke(emulator.envelope(), undefined))).toContain('Same.')
})

it('returns functions that work when destructured', async () => {
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

it('lists all options, including its own, if an option is misspelled', () => {
  expect(() => createAlexaProfile({ deadline: 1000 } as object)).toThrow(
    'Unknown option "deadline". Did you mean "deadlineMs"? Known options: shouldAsk, agent',
  )
})
