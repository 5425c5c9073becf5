import type { ProfileClientOptions } from '@alexa-profile/core'
import type { HandlerInput, RequestHandler, Skill, SkillBuilders } from 'ask-sdk-core'
import { createAlexaProfile, isProfileError } from '../../src/index.js'

/** The skill that the conformance suite talks to, on the ask-sdk-core that is handed in. */
export function createConformanceSkill(
  builders: typeof SkillBuilders,
  options: ProfileClientOptions,
): { skill: Skill; heard: string[] } {
  const { profileFor, requireProfile, consentHandlers } = createAlexaProfile(options)
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
      handle: (input, { givenName }) => say(input, `Booked for ${givenName} on ${slotOf(input, 'date')}.`),
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

  const requireSpeakerHandler = requireProfile(
    { level: 'speaker', required: ['givenName'], consent: 'voice' },
    {
      canHandle: isIntent('RequireSpeakerIntent'),
      handle: (input, { givenName }) => say(input, `Hello ${givenName}.`),
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

  const otherHandler: RequestHandler = { canHandle: () => true, handle: (input) => say(input, 'Not ours.') }

  const skill = builders
    .custom()
    .addRequestInterceptors(async (input) => {
      if (isIntent('ReadTwiceIntent')(input)) await profileFor(input).read(['email'])
    })
    .addRequestHandlers(requireHandler, requireByVoiceHandler, goOnWithoutHandler, requireSpeakerHandler)
    .addRequestHandlers(readHandler, readTwiceHandler, ...eventHandlers, otherHandler)
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
  return ({ requestEnvelope: { request } }) => request.type === 'IntentRequest' && request.intent.name === name
}

function slotOf({ requestEnvelope: { request } }: HandlerInput, name: string): string | undefined {
  return request.type === 'IntentRequest' ? request.intent.slots?.[name]?.value : undefined
}
