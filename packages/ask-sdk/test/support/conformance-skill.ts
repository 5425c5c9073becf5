import type { HarnessOptions } from '@alexa-profile/conformance'
import type { HandlerInput, RequestHandler, Skill, SkillBuilders } from 'ask-sdk-core'
import { acknowledgeEvents, createAlexaProfile, isProfileError } from '../../src/index.js'

/** The skill for the conformance suite, on the given ask-sdk-core. */
export function createConformanceSkill(
  builders: typeof SkillBuilders,
  { shouldAsk, ...options }: HarnessOptions,
): { skill: Skill; heard: string[] } {
  const { profileFor, requireProfile, consentHandlers } = createAlexaProfile({
    ...options,
    shouldAsk: shouldAsk && ((input, decision) => shouldAsk(intentOf(input), decision)),
  })
  const heard: string[] = []

  const requireHandler = requireProfile(
    { required: ['givenName', 'email'], optional: ['mobileNumber'], purpose: 'book your table' },
    {
      canHandle: isIntent('RequireIntent'),
      handle: (input, { givenName, email, mobileNumber }) =>
        say(input, `Booked for ${givenName}, ${email}, ${mobileNumber?.phoneNumber ?? 'none'}.`),
    },
  )

  const requireByVoiceHandler = requireProfile(
    {
      required: ['givenName', 'email'],
      purpose: 'book your table',
      consent: 'voice',
      reprompt: 'Anything else?',
    },
    {
      canHandle: isIntent('RequireByVoiceIntent'),
      handle(input, { givenName }) {
        const booked = `Booked for ${givenName} on ${slotOf(input, 'date')}.`
        const dialogState = dialogStateOf(input)
        return say(input, dialogState === undefined ? booked : `${booked} Dialog ${dialogState}.`)
      },
    },
  )

  const goOnWithoutHandler = requireProfile(
    { required: ['email'], consent: 'voice' },
    {
      canHandle: isIntent('GoOnWithoutIntent'),
      handle: (input) => say(input, 'Booked.'),
      declined: (input, { answer }) =>
        input.responseBuilder
          .speak(`On ${slotOf(input, 'date')} without email: ${answer}.`)
          .reprompt('Anything else?')
          .getResponse(),
    },
  )

  const otherwiseHandler = requireProfile(
    { required: ['email'], consent: 'voice' },
    {
      canHandle: isIntent('OtherwiseIntent'),
      handle: (input, { email }) => say(input, `Mailed ${email}.`),
      otherwise: (input, { action }, respond) =>
        action === 'try-later' ? say(input, 'Instead: try-later.') : respond(),
    },
  )

  const launchHandler = requireProfile(
    { required: ['givenName'], consent: 'voice' },
    {
      canHandle: ({ requestEnvelope: { request } }) => request.type === 'LaunchRequest',
      handle: (input, { givenName }) => say(input, `Welcome, ${givenName}.`),
    },
  )

  const sessionEndedHandler = requireProfile(
    { required: ['email'] },
    {
      canHandle: ({ requestEnvelope: { request } }) => request.type === 'SessionEndedRequest',
      handle: ({ responseBuilder }) => responseBuilder.getResponse(),
      otherwise(_, { action }, respond) {
        heard.push(`ended: ${action}`)
        return respond()
      },
    },
  )

  const requireSpeakerHandler = requireProfile(
    { level: 'speaker', required: ['givenName'], consent: 'voice' },
    {
      canHandle: isIntent('RequireSpeakerIntent'),
      handle: (input, { givenName }) => say(input, `Hello ${givenName}.`),
    },
  )

  const requireDeviceHandler = requireProfile(
    { required: ['email', 'address'], optional: ['timeZone'], purpose: 'deliver your order', consent: 'voice' },
    {
      canHandle: isIntent('RequireDeviceIntent'),
      handle: (input, { email, address, timeZone }) =>
        say(input, `For ${email} in ${address.city}, ${timeZone ?? 'none'}.`),
    },
  )

  const requireSpeakerAndDeviceHandler = requireProfile(
    { level: 'speaker', required: ['givenName', 'countryAndPostalCode'], consent: 'voice' },
    {
      canHandle: isIntent('RequireSpeakerAndDeviceIntent'),
      handle: (input, { givenName, countryAndPostalCode }) =>
        say(input, `Hello ${givenName} in ${countryAndPostalCode.postalCode}.`),
    },
  )

  const readHandler: RequestHandler = {
    canHandle: isIntent('ReadIntent'),
    async handle(input) {
      const { email } = await profileFor(input).read(['email'])
      return say(input, `email is ${email.status}.`)
    },
  }

  const readTwiceHandler: RequestHandler = {
    canHandle: isIntent('ReadTwiceIntent'),
    async handle(input) {
      const { email } = await profileFor(input).read(['email'])
      return say(input, `Twice ${email.status}.`)
    },
  }

  const eventHandlers = consentHandlers({
    async onPermissionsChanged(input, { accepted }) {
      const { email } = await profileFor(input).read(['email'])
      heard.push(`${email.status} for ${accepted.length}`)
    },
    onSkillDisabled: () => void heard.push('disabled'),
  })

  const otherHandler: RequestHandler = {
    canHandle: ({ requestEnvelope }) => requestEnvelope.session !== undefined,
    handle: (input) => say(input, 'Not ours.'),
  }

  const skill = builders
    .custom()
    .addRequestInterceptors(async (input) => {
      if (isIntent('ReadTwiceIntent')(input)) await profileFor(input).read(['email'])
    })
    .addRequestHandlers(requireHandler, requireByVoiceHandler, goOnWithoutHandler, requireSpeakerHandler)
    .addRequestHandlers(requireDeviceHandler, requireSpeakerAndDeviceHandler)
    .addRequestHandlers(otherwiseHandler, launchHandler, sessionEndedHandler, readHandler, readTwiceHandler)
    .addRequestHandlers(...eventHandlers, otherHandler, acknowledgeEvents())
    .addErrorHandlers({
      canHandle: () => true,
      handle: (input, error) => say(input, `Error ${isProfileError(error) ? error.code : error.name}.`),
    })
    .create()
  return { skill, heard }
}

function say({ responseBuilder }: HandlerInput, speech: string) {
  return responseBuilder.speak(speech).getResponse()
}

function isIntent(name: string): (input: HandlerInput) => boolean {
  return (input) => intentOf(input) === name
}

function intentOf({ requestEnvelope: { request } }: HandlerInput): string | undefined {
  return request.type === 'IntentRequest' ? request.intent.name : undefined
}

function dialogStateOf({ requestEnvelope: { request } }: HandlerInput): string | undefined {
  return request.type === 'IntentRequest' ? request.dialogState : undefined
}

function slotOf({ requestEnvelope: { request } }: HandlerInput, name: string): string | undefined {
  return request.type === 'IntentRequest' ? request.intent.slots?.[name]?.value : undefined
}
