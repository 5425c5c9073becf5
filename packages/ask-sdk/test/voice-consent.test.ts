import { startEmulator } from '@alexa-profile/emulator'
import { type HandlerInput, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { expect, it, onTestFinished } from 'vitest'
import { type AlexaProfile, createAlexaProfile, requireProfile, voiceConsent } from '../src/index.js'

type Handlers = Parameters<ReturnType<typeof SkillBuilders.custom>['addRequestHandlers']>

async function startSkill(
  handlersOf: (profile: AlexaProfile) => Handlers,
  options: Parameters<typeof createAlexaProfile>[0] = {},
) {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const profile = createAlexaProfile({ allowedEndpoints: [emulator.url], consent: 'voice', ...options })
  onTestFinished(() => profile.client.close())
  const skill = SkillBuilders.custom()
    .addRequestHandlers(...handlersOf(profile))
    .create()
  const device = emulator.device((envelope: RequestEnvelope, context: unknown) => skill.invoke(envelope, context))
  return { emulator, device }
}

const always = () => true

function intentOf({ requestEnvelope: { request } }: HandlerInput): string | undefined {
  return request.type === 'IntentRequest' ? request.intent.name : undefined
}

it("calls onConsentAnswer after the skill's own directive", async () => {
  const { device } = await startSkill(({ consentHandlers }) => [
    {
      canHandle: ({ requestEnvelope }) => requestEnvelope.request.type === 'LaunchRequest',
      handle: ({ responseBuilder }) =>
        responseBuilder
          .speak('I have news.')
          .addDirective(voiceConsent({ fields: ['email'], token: 'newsletter' }))
          .getResponse(),
    },
    ...consentHandlers({
      onConsentAnswer: ({ responseBuilder }, { answer, token }) =>
        responseBuilder.speak(`${token}: ${answer}`).getResponse(),
    }),
  ])

  expect((await device.open()).violations).toEqual([])
  expect((await device.answerConsent('accept')).speech).toBe('newsletter: accepted')
})

it('returns a consent answer to the handler of the intent if two handlers require the same fields', async () => {
  const { device } = await startSkill(({ requireProfile }) =>
    ['FirstIntent', 'SecondIntent'].map((name) =>
      requireProfile(
        { required: ['email'] },
        {
          canHandle: (input) => intentOf(input) === name,
          handle: ({ responseBuilder }) => responseBuilder.speak(`${name} goes on.`).getResponse(),
          declined: ({ responseBuilder }) => responseBuilder.speak(`${name} declined.`).getResponse(),
        },
      ),
    ),
  )

  await device.intent('SecondIntent')
  expect((await device.answerConsent('redirect')).speech).toBe('SecondIntent declined.')
  await device.intent('SecondIntent')
  expect((await device.answerConsent('accept')).speech).toBe('SecondIntent goes on.')
})

it('returns a consent answer to the handler that asked if two handlers of one intent require different fields', async () => {
  const hasDate = ({ requestEnvelope: { request } }: HandlerInput) =>
    request.type === 'IntentRequest' && request.intent.slots?.date !== undefined
  const { emulator, device } = await startSkill(({ requireProfile }) => [
    requireProfile(
      { required: ['email', 'givenName'] },
      {
        canHandle: (input) => intentOf(input) === 'BookIntent' && hasDate(input),
        handle: ({ responseBuilder }) => responseBuilder.speak('With a date.').getResponse(),
      },
    ),
    requireProfile(
      { required: ['givenName'] },
      {
        canHandle: (input) => intentOf(input) === 'BookIntent',
        handle: ({ responseBuilder }, profile) =>
          responseBuilder.speak(`Without a date: ${Object.keys(profile)}.`).getResponse(),
      },
    ),
  ])

  await device.intent('BookIntent')
  expect((await device.answerConsent('accept')).speech).toBe('Without a date: givenName.')
  emulator.customer.revoke('givenName')
  await device.intent('BookIntent', { date: '2026-12-24' })
  expect((await device.answerConsent('accept')).speech).toBe('With a date.')
})

it('rejects invalid options when a handler is created', () => {
  const make = (options: object) => () => requireProfile(options as never, { canHandle: always, handle: () => ({}) })

  expect(make({ requried: ['email'] })).toThrow('requried')
  expect(make({ required: ['mail'] })).toThrow('Unknown field "mail". Did you mean "email"?')
  expect(make({ required: ['email'], level: 'speaker' })).toThrow('Speakers have no email.')
  expect(make({ required: ['name'], level: 'account' })).toThrow('level')
})

it.each([
  [undefined, 'Pass an object with canHandle, handle, declined, otherwise.'],
  [{ handle: () => ({}) }, 'canHandle is missing. Pass a function.'],
  [{ canHandle: always }, 'handle is missing. Pass a function.'],
  [
    { canHandle: always, handle: () => ({}), declned: () => ({}) },
    'Unknown function "declned". Did you mean "declined"?',
  ],
  [{ canHandle: always, handle: () => ({}), otherwise: 'explain' }, 'otherwise must be a function.'],
  [{ canHandle: always, handle: () => ({}), declined: null }, 'declined must be a function.'],
])('rejects an invalid handler when it is created: %j', (handler, message) => {
  expect(() => requireProfile({ required: ['email'] }, handler as never)).toThrow(message)
})

it('accepts an instance of a class with other members as a handler', async () => {
  class Handler {
    constructor(private readonly words: string) {}

    canHandle() {
      return true
    }

    handle({ responseBuilder }: HandlerInput) {
      return responseBuilder.speak(this.words).getResponse()
    }

    declined({ responseBuilder }: HandlerInput) {
      return responseBuilder.speak(`Not: ${this.words}`).getResponse()
    }
  }
  const { device } = await startSkill(
    ({ requireProfile }) => [requireProfile({ required: ['email'] }, new Handler('Booked.'))],
    { shouldAsk: () => false },
  )

  expect((await device.open()).speech).toBe('Not: Booked.')
})

it('takes no function of a handler from a polluted Object.prototype', async () => {
  const polluted = { declined: () => ({}), otherwise: () => ({}), shouldAsk: () => false, purpose: 'rob you' }
  const { device } = await startSkill(({ requireProfile }) => [
    requireProfile(
      { required: ['email'], consent: 'card' },
      { canHandle: always, handle: (input) => input.responseBuilder.getResponse() },
    ),
  ])
  Object.assign(Object.prototype, polluted)
  onTestFinished(() => {
    for (const name of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, name)
  })

  const turn = await device.open()

  expect(turn.card?.permissions).toEqual(['alexa::profile:email:read'])
  expect(turn.speech).not.toContain('rob you')
})
