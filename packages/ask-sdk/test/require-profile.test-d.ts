import type { Address, CountryAndPostalCode, MobileNumber, Obstacle, ProfileResult } from '@alexa-profile/core'
import { type HandlerInput, type RequestHandler, SkillBuilders } from 'ask-sdk-core'
import type { Response } from 'ask-sdk-model'
import { expectTypeOf, test } from 'vitest'
import { createAlexaProfile, ProfileApiClient, profileFor, requireProfile, respondTo } from '../src/index.js'

declare const input: HandlerInput
declare const obstacle: Obstacle

test('a wrapped handler gets just what it requires', () => {
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

test('a speaker is required the same way', () => {
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

test('fields of the device are required beside those of the account or the speaker', async () => {
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

test('misspelt fields do not compile', () => {
  // @ts-expect-error there is no such field
  requireProfile({ required: ['mail'] }, { canHandle: () => true, handle: () => ({}) })
  // @ts-expect-error there is no such field
  void profileFor(input).read(['e-mail'])
  // @ts-expect-error speakers have no email address
  void profileFor(input).speaker.read(['email'])
  // @ts-expect-error speakers have no email address
  requireProfile({ level: 'speaker', required: ['email'] }, { canHandle: () => true, handle: () => ({}) })
  // @ts-expect-error there is no such option
  createAlexaProfile({ deadline: 1000 })
})

test('answers fit ask-sdk', async () => {
  expectTypeOf(respondTo(input, obstacle)).toEqualTypeOf<Response>()
  const { email } = await profileFor(input).read(['email'])
  expectTypeOf(email).toEqualTypeOf<ProfileResult<string>>()
})
