import { type Address, createAlexaProfile, ProfileApiClient, type ProfileResult } from '@alexa-profile/ask-sdk'
import { SkillBuilders } from 'ask-sdk-core'

const { consentHandlers, profileFor, requireProfile } = createAlexaProfile({ skillName: 'Table Talk' })

const deliver = requireProfile(
  { required: ['email', 'address'], optional: ['timeZone'], purpose: 'deliver your order' },
  {
    canHandle: () => true,
    handle: (input, { email, address, timeZone }) => {
      const zone: string | undefined = timeZone
      // @ts-expect-error every part of an address may be missing
      address.city.trim()
      return input.responseBuilder.speak(`${email.trim()} ${address.city} ${zone}`).getResponse()
    },
  },
)

const greet = requireProfile(
  { level: 'speaker', required: ['givenName', 'timeZone'], consent: 'voice' },
  {
    canHandle: () => true,
    async handle(input, { givenName, timeZone }) {
      const results = await profileFor(input).read(['email', 'timeZone', 'address'])
      const address: ProfileResult<Address> = results.address
      // @ts-expect-error speakers have no email address
      await profileFor(input).speaker.read(['email'])
      await profileFor(input).speaker.read(['givenName', 'timeZone'])
      return input.responseBuilder.speak(`${givenName.trim()} ${timeZone.trim()} ${address.level}`).getResponse()
    },
  },
)

// @ts-expect-error speakers have no email address
requireProfile({ level: 'speaker', required: ['email'] }, { canHandle: () => true, handle: () => ({}) })

export const skill = SkillBuilders.custom()
  .addRequestHandlers(
    deliver,
    greet,
    ...consentHandlers({
      onConsentAnswer: (input, { scopes }) => input.responseBuilder.speak(scopes.join()).getResponse(),
    }),
  )
  .withApiClient(new ProfileApiClient())
  .create()
