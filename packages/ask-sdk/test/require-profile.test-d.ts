import type { Address, CountryAndPostalCode, MobileNumber, Obstacle, ProfileResult } from '@alexa-profile/core'
import { type HandlerInput, type RequestHandler, SkillBuilders } from 'ask-sdk-core'
import type { Response } from 'ask-sdk-model'
import { expectTypeOf, test } from 'vitest'
import { createAlexaProfile, ProfileApiClient, profileFor, requireProfile, respondTo } from '../src/index.js'

declare const input: HandlerInput
declare const obstacle: Obstacle

test('passes exactly the required values to a wrapped handler', () => {
  const handler = requireProfile(
    { required: ['givenName', 'email'], optional: ['mobileNumber'], purpose: 'book your table' },
    {
      canHandle: () => true,
      handle: (_, profile, decision) => {
        expectTypeOf(profile.givenName).toEqualTypeOf<string>()
        expectTypeOf(profile.email).toEqualTypeOf<string>()
        expectTypeOf(profile.mobileNumber).toEqualTypeOf<MobileNumber | undefined>()
        expectTypeOf(profile).not.toHaveProperty('name')
        expectTypeOf(decision.action).toEqualTypeOf<'proceed'>()
        return {}
      },
    },
  )
  expectTypeOf(handler).toEqualTypeOf<RequestHandler>()
  SkillBuilders.custom().addRequestHandlers(handler).withApiClient(new ProfileApiClient())
})

test('accepts a requirement for the speaker in the same way', () => {
  requireProfile(
    { level: 'speaker', required: ['givenName'], consent: 'voice' },
    {
      canHandle: () => true,
      handle: (_, profile) => {
        expectTypeOf(profile.givenName).toEqualTypeOf<string>()
        expectTypeOf(profile).not.toHaveProperty('email')
        return {}
      },
    },
  )
})

test('accepts fields of the device in both requirements', async () => {
  requireProfile(
    { level: 'speaker', required: ['givenName', 'address'], optional: ['countryAndPostalCode', 'timeZone'] },
    {
      canHandle: () => true,
      handle: (_, profile) => {
        expectTypeOf(profile.givenName).toEqualTypeOf<string>()
        expectTypeOf(profile.address).toEqualTypeOf<Address>()
        expectTypeOf(profile.countryAndPostalCode).toEqualTypeOf<CountryAndPostalCode | undefined>()
        expectTypeOf(profile.timeZone).toEqualTypeOf<string | undefined>()
        return {}
      },
    },
  )
  const { address, distanceUnits } = await profileFor(input).read(['address', 'distanceUnits'])
  expectTypeOf(address).toEqualTypeOf<ProfileResult<Address>>()
  expectTypeOf(distanceUnits).toEqualTypeOf<ProfileResult<'METRIC' | 'IMPERIAL'>>()
})

test('rejects misspelled fields', () => {
  // @ts-expect-error this field does not exist
  requireProfile({ required: ['mail'] }, { canHandle: () => true, handle: () => ({}) })
  // @ts-expect-error this field does not exist
  void profileFor(input).read(['e-mail'])
  // @ts-expect-error speakers have no email address
  void profileFor(input).speaker.read(['email'])
  // @ts-expect-error speakers have no email address
  requireProfile({ level: 'speaker', required: ['email'] }, { canHandle: () => true, handle: () => ({}) })
  // @ts-expect-error this option does not exist
  createAlexaProfile({ deadline: 1000 })
})

test('returns responses that ask-sdk accepts', async () => {
  expectTypeOf(respondTo(input, obstacle)).toEqualTypeOf<Response>()
  const { email } = await profileFor(input).read(['email'])
  expectTypeOf(email).toEqualTypeOf<ProfileResult<string>>()
})
