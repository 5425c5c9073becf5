import { startEmulator } from '@alexa-profile/emulator'
import { SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { expect, it, onTestFinished } from 'vitest'
import { type AlexaProfile, createAlexaProfile, voiceConsent } from '../src/index.js'

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

it('goes on with a launch', async () => {
  const { device } = await startSkill(({ requireProfile }) => [
    requireProfile(
      { required: ['givenName'] },
      {
        canHandle: ({ requestEnvelope }) => requestEnvelope.request.type === 'LaunchRequest',
        handle: ({ responseBuilder }, { givenName }) => responseBuilder.speak(`Welcome, ${givenName}.`).getResponse(),
      },
    ),
  ])

  expect((await device.open()).consentRequest?.permissions).toHaveLength(1)
  expect((await device.answerConsent('accept')).speech).toBe('Welcome, Ann.')
})

it('hands a no to declined, with the original request', async () => {
  const { device } = await startSkill(({ requireProfile }) => [
    requireProfile(
      { required: ['email'] },
      {
        canHandle: ({ requestEnvelope: { request } }) => request.type === 'IntentRequest',
        handle: ({ responseBuilder }) => responseBuilder.speak('Booked.').getResponse(),
        declined: ({ requestEnvelope: { request }, responseBuilder }, { answer }) =>
          responseBuilder.speak(`${answer}: ${request.type === 'IntentRequest' && request.intent.name}`).getResponse(),
      },
    ),
  ])

  await device.say('BookTableIntent')
  expect((await device.answerConsent('deny')).speech).toBe('denied: BookTableIntent')
  await device.say('BookTableIntent')
  expect((await device.answerConsent('redirect')).speech).toBe('redirected-to-app: BookTableIntent')
})

it('lets each handler take the answer to what it asked itself', async () => {
  const handlerFor = ({ requireProfile }: AlexaProfile, name: string) =>
    requireProfile(
      { required: ['email'] },
      {
        canHandle: ({ requestEnvelope: { request } }) =>
          request.type === 'IntentRequest' && request.intent.name === name,
        handle: ({ responseBuilder }) => responseBuilder.speak(`${name} goes on.`).getResponse(),
      },
    )
  const { device } = await startSkill((profile) => [
    handlerFor(profile, 'FirstIntent'),
    handlerFor(profile, 'SecondIntent'),
  ])

  await device.say('SecondIntent')
  expect((await device.answerConsent('accept')).speech).toBe('SecondIntent goes on.')
})

it('does not ask when shouldAsk says no, and tells it what would be asked', async () => {
  const asked: unknown[] = []
  const { device } = await startSkill(
    ({ requireProfile }) => [
      requireProfile(
        { required: ['email'] },
        { canHandle: always, handle: (input) => input.responseBuilder.getResponse() },
      ),
    ],
    {
      shouldAsk: async ({ requestEnvelope }, { fields }) => {
        asked.push([requestEnvelope.request.type, fields])
        return false
      },
    },
  )

  const turn = await device.open()

  expect(turn.violations).toEqual([])
  expect([turn.card, turn.consentRequest]).toEqual([undefined, undefined])
  expect(turn.speech).toContain("without your email address I can't go on")
  expect(asked).toEqual([['LaunchRequest', ['email']]])
})

it('hands the answer to a directive of your own to onAnswer', async () => {
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
      onAnswer: ({ responseBuilder }, { answer, token }) => responseBuilder.speak(`${token}: ${answer}`).getResponse(),
    }),
  ])

  expect((await device.open()).violations).toEqual([])
  expect((await device.answerConsent('accept')).speech).toBe('newsletter: accepted')
})

it('hands later requests of the session to declined after a no, instead of asking again', async () => {
  const { device } = await startSkill(({ requireProfile, respondToAnswer }) => [
    requireProfile(
      { required: ['email'], purpose: 'mail you' },
      {
        canHandle: ({ requestEnvelope: { request } }) => request.type === 'IntentRequest',
        handle: ({ responseBuilder }) => responseBuilder.speak('Booked.').getResponse(),
        declined: (input, answer) => respondToAnswer(input, answer, { purpose: 'mail you', reprompt: 'What else?' }),
      },
    ),
  ])
  const cannot = "Sorry, without your email address I can't mail you."

  await device.say('BookTableIntent')
  expect(await device.answerConsent('deny')).toMatchObject({ speech: cannot, sessionOpen: true })
  expect(await device.say('BookTableIntent')).toMatchObject({ speech: cannot, card: undefined, violations: [] })
})

it('asks by card once when a yes was not enough, and no more in the session', async () => {
  const { emulator, device } = await startSkill(({ requireProfile }) => [
    requireProfile(
      { required: ['email'], reprompt: 'What else?' },
      { canHandle: always, handle: ({ responseBuilder }) => responseBuilder.speak('Booked.').getResponse() },
    ),
  ])
  await device.say('BookTableIntent')
  emulator.situation('forbidden-empty')

  expect((await device.answerConsent('accept')).card?.permissions).toEqual(['alexa::profile:email:read'])
  const again = await device.say('BookTableIntent')
  expect([again.card, again.consentRequest]).toEqual([undefined, undefined])
  expect(again.speech).toContain("without your email address I can't go on")
})

it('lets otherwise fall back on the answer there would be, which goes on after a yes', async () => {
  const { device } = await startSkill(({ requireProfile }) => [
    requireProfile(
      { required: ['email'] },
      {
        canHandle: ({ requestEnvelope }) => requestEnvelope.request.type === 'IntentRequest',
        handle: ({ responseBuilder }) => responseBuilder.speak('Booked.').getResponse(),
        otherwise: ({ responseBuilder }, { action }, answer) =>
          action === 'try-later' ? responseBuilder.speak('Later.').getResponse() : answer(),
      },
    ),
  ])

  expect((await device.say('BookTableIntent')).consentRequest).toBeDefined()
  expect((await device.answerConsent('accept')).speech).toBe('Booked.')
})

it('does not ask whether to ask after a no', async () => {
  let asked = 0
  const { device } = await startSkill(
    ({ requireProfile }) => [
      requireProfile(
        { required: ['email'], reprompt: 'What else?' },
        { canHandle: always, handle: (input) => input.responseBuilder.getResponse() },
      ),
    ],
    {
      shouldAsk: () => {
        asked += 1
        return true
      },
    },
  )
  await device.say('BookTableIntent')
  await device.answerConsent('deny')
  await device.say('BookTableIntent')

  expect(asked).toBe(1)
})

it('finds mistakes when a handler is made', () => {
  const { requireProfile } = createAlexaProfile()
  const handler = { canHandle: always, handle: () => ({}) }
  const make = (options: object) => () => requireProfile(options as never, handler)

  expect(make({ requried: ['email'] })).toThrow('requried')
  expect(make({ required: ['mail'] })).toThrow('There are name, givenName, email, mobileNumber')
  expect(make({ required: ['email'], level: 'speaker' })).toThrow('no email of a speaker')
  expect(make({ required: ['name'], level: 'account' })).toThrow('level')
})
