import type { ProfileClientOptions } from '@alexa-profile/core'
import type { RequestHandler, Skill, SkillBuilders } from 'ask-sdk-core'
import { createAlexaProfile, isProfileError } from '../../src/index.js'

/** The skill that the conformance suite talks to, on the ask-sdk-core that is handed in. */
export function createConformanceSkill(builders: typeof SkillBuilders, options: ProfileClientOptions): Skill {
  const { profileFor, requireProfile, respondTo } = createAlexaProfile(options)

  const requireHandler = requireProfile(
    { required: ['givenName', 'email'], optional: ['mobileNumber'], purpose: 'book your table' },
    {
      canHandle: isIntent('RequireIntent'),
      handle: (input, { givenName, email, mobileNumber }) =>
        input.responseBuilder
          .speak(`Booked for ${givenName}, ${email}, ${mobileNumber?.phoneNumber ?? 'none'}.`)
          .getResponse(),
    },
  )

  const requireSpeakerHandler: RequestHandler = {
    canHandle: isIntent('RequireSpeakerIntent'),
    async handle(input) {
      const decision = await profileFor(input).speaker.require({ required: ['givenName'] })
      if (decision.action !== 'proceed') return respondTo(input, decision)
      return input.responseBuilder.speak(`Hello ${decision.profile.givenName}.`).getResponse()
    },
  }

  const readHandler: RequestHandler = {
    canHandle: isIntent('ReadIntent'),
    async handle(input) {
      const { email } = await profileFor(input).read(['email'])
      return input.responseBuilder.speak(`email is ${email.status}.`).getResponse()
    },
  }

  const readTwiceHandler: RequestHandler = {
    canHandle: isIntent('ReadTwiceIntent'),
    async handle(input) {
      const { email } = await profileFor(input).read(['email'])
      return input.responseBuilder.speak(`Twice ${email.status}.`).getResponse()
    },
  }

  return builders
    .custom()
    .addRequestInterceptors(async (input) => {
      if (isIntent('ReadTwiceIntent')(input)) await profileFor(input).read(['email'])
    })
    .addRequestHandlers(requireHandler, requireSpeakerHandler, readHandler, readTwiceHandler)
    .addErrorHandlers({
      canHandle: () => true,
      handle: (input, error) =>
        input.responseBuilder.speak(`Error ${isProfileError(error) ? error.code : error.name}.`).getResponse(),
    })
    .create()
}

function isIntent(
  name: string,
): RequestHandler['canHandle'] & ((input: Parameters<RequestHandler['canHandle']>[0]) => boolean) {
  return ({ requestEnvelope: { request } }) => request.type === 'IntentRequest' && request.intent.name === name
}
