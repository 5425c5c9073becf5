import type { Response, RequestEnvelope as SdkEnvelope, ResponseEnvelope as SdkResponseEnvelope } from 'ask-sdk-model'
import { describe, expectTypeOf, it } from 'vitest'
import {
  type Address,
  type AlexaResponse,
  type Available,
  type ConsentAnswer,
  type CountryAndPostalCode,
  consentCard,
  createProfileClient,
  type decide,
  type MobileNumber,
  type Obstacle,
  type Proceed,
  type ProfileDecision,
  type ProfileReader,
  type ProfileResult,
  type RequestEnvelope,
  type ResponseEnvelope,
  type rememberConsentAnswer,
  type respondTo,
  type Scope,
  toResponseEnvelope,
  type voiceConsent,
} from '../src/index.js'

declare const reader: ProfileReader

describe('read', () => {
  it('gives a result for each field that was asked for, and for no other', async () => {
    const results = await reader.read(['givenName', 'mobileNumber'])
    expectTypeOf(results).toEqualTypeOf<{
      readonly givenName: ProfileResult<string>
      readonly mobileNumber: ProfileResult<MobileNumber>
    }>()
    // @ts-expect-error email was not asked for
    results.email
  })

  it('gives a value only where the result is available', async () => {
    const { email, mobileNumber } = await reader.read(['email', 'mobileNumber'])
    if (email.status === 'available') expectTypeOf(email).toEqualTypeOf<Available<string>>()
    if (mobileNumber.status === 'available') expectTypeOf(mobileNumber.value).toEqualTypeOf<MobileNumber>()
    // @ts-expect-error a failed result has none
    if (email.status === 'failed') email.value
    // @ts-expect-error not every result has one
    email.value
  })

  it('refuses fields that do not exist', () => {
    // @ts-expect-error there is no such field
    reader.read(['phone'])
    // @ts-expect-error a list is needed
    reader.read('email')
  })

  it("gives the device's values their own types, at each reader", async () => {
    const results = await reader.read(['email', 'timeZone', 'address', 'countryAndPostalCode', 'temperatureUnit'])
    expectTypeOf(results).toEqualTypeOf<{
      readonly email: ProfileResult<string>
      readonly timeZone: ProfileResult<string>
      readonly address: ProfileResult<Address>
      readonly countryAndPostalCode: ProfileResult<CountryAndPostalCode>
      readonly temperatureUnit: ProfileResult<'CELSIUS' | 'FAHRENHEIT'>
    }>()
    expectTypeOf(reader.speaker.read(['givenName', 'timeZone'])).resolves.toEqualTypeOf<{
      readonly givenName: ProfileResult<string>
      readonly timeZone: ProfileResult<string>
    }>()
    const decision = await reader.speaker.require({ required: ['givenName', 'address'], optional: ['timeZone'] })
    if (decision.action !== 'proceed') return
    expectTypeOf(decision.profile.address.city).toEqualTypeOf<string | undefined>()
    expectTypeOf(decision.profile.timeZone).toEqualTypeOf<string | undefined>()
    // @ts-expect-error an address has no such part
    decision.profile.address.street
  })

  it('refuses the email address of a speaker', () => {
    expectTypeOf(reader.speaker.read(['name'])).resolves.toEqualTypeOf<{ readonly name: ProfileResult<string> }>()
    // @ts-expect-error Alexa has none
    reader.speaker.read(['name', 'email'])
    // @ts-expect-error Alexa has none
    reader.speaker.require({ required: ['email'] })
    // @ts-expect-error Alexa has none
    reader.speaker.require({ optional: ['email'] })
  })
})

describe('require', () => {
  it('infers required values, and optional ones that may be missing', async () => {
    const decision = await reader.require({ required: ['givenName', 'email'], optional: ['mobileNumber'] })
    expectTypeOf(decision).toEqualTypeOf<ProfileDecision<'givenName' | 'email', 'mobileNumber'>>()
    if (decision.action !== 'proceed') {
      expectTypeOf(decision).toExtend<Obstacle>()
      // @ts-expect-error there is no profile yet
      decision.profile
      return
    }
    expectTypeOf(decision).toEqualTypeOf<Proceed<'givenName' | 'email', 'mobileNumber'>>()
    expectTypeOf(decision.profile.givenName).toEqualTypeOf<string>()
    expectTypeOf(decision.profile.email).toEqualTypeOf<string>()
    expectTypeOf(decision.profile.mobileNumber).toEqualTypeOf<MobileNumber | undefined>()
    expectTypeOf(decision.missing[0]?.field).toEqualTypeOf<'mobileNumber' | undefined>()
    // @ts-expect-error name was not asked for
    decision.profile.name
    // @ts-expect-error what Alexa said is not changed
    decision.profile.email = 'eve@example.com'
  })

  it('makes a field that is both required and optional required', async () => {
    const decision = await reader.require({ required: ['email'], optional: ['email', 'name'] })
    if (decision.action !== 'proceed') return
    expectTypeOf(decision.profile.email).toEqualTypeOf<string>()
    expectTypeOf(decision.profile.name).toEqualTypeOf<string | undefined>()
  })

  it('of optional fields only has no required value', async () => {
    const decision = await reader.require({ optional: ['name'] })
    if (decision.action === 'proceed') expectTypeOf(decision.profile.name).toEqualTypeOf<string | undefined>()
  })

  it('tells the actions apart', async () => {
    const decision = await reader.require({ required: ['email'] })
    switch (decision.action) {
      case 'proceed':
        return
      case 'try-later':
        expectTypeOf(decision.retryAfterMs).toEqualTypeOf<number | undefined>()
        return
      case 'ask-for-consent':
        expectTypeOf(decision.scopes[0]).toExtend<string | undefined>()
        return
      case 'fix-skill':
        expectTypeOf(decision.problems[0]?.message).toEqualTypeOf<string | undefined>()
        return
      case 'ask-to-fill-in':
      case 'speaker-unknown':
      case 'device-unknown':
        return
      default:
        expectTypeOf(decision).toBeNever()
    }
  })
})

describe('decide and respondTo', () => {
  it('decide needs a result for each field', () => {
    const decideFor = (() => {}) as unknown as typeof decide
    const email = {} as ProfileResult<string>
    expectTypeOf(decideFor({ email }, { required: ['email'] })).toEqualTypeOf<ProfileDecision<'email', never>>()
    const withMore = decideFor({ email, name: email }, { required: ['email'] })
    // @ts-expect-error it was read, but not asked for
    if (withMore.action === 'proceed') withMore.profile.name
    // @ts-expect-error there is no result for name
    decideFor({ email }, { required: ['email'], optional: ['name'] })
  })

  it('respondTo takes every decision but proceed', () => {
    expectTypeOf<typeof respondTo>().parameter(0).toEqualTypeOf<Obstacle>()
    expectTypeOf<Proceed<'email'>>().not.toExtend<Obstacle>()
  })

  it('voiceConsent takes fields, and scopes that open no field', () => {
    const ask = (() => {}) as unknown as typeof voiceConsent
    ask({ level: 'speaker', fields: ['givenName', 'countryAndPostalCode'] })
    ask({ scopes: ['alexa::alerts:reminders:skill:readwrite', 'alexa::devices:all:geolocation:read'] })
    expectTypeOf<ConsentAnswer['scopes'][number]>().toEqualTypeOf<Scope>()
    // @ts-expect-error speakers have no email address
    ask({ level: 'speaker', fields: ['email'] })
    // @ts-expect-error Alexa cannot ask for it by voice
    ask({ scopes: ['alexa::household:lists:read'] })
  })

  it('consentCard takes fields and known scopes only', () => {
    consentCard(['email', 'alexa::profile:name:read'])
    // @ts-expect-error a colon is missing
    consentCard(['alexa:profile:email:read'])
  })
})

describe('beside ask-sdk-model', () => {
  it('its request envelope is taken without a cast', () => {
    expectTypeOf<SdkEnvelope>().toExtend<RequestEnvelope>()
    const client = {} as ReturnType<typeof createProfileClient>
    expectTypeOf(client.forRequest).toBeCallableWith({} as SdkEnvelope)
    expectTypeOf(client.forInvocation).toBeCallableWith({}, {} as SdkEnvelope)
  })

  it('a session may hold anything, and its attributes are known', () => {
    const withoutAttributes = { new: true, sessionId: 'amzn1.echo-api.session.1' }
    expectTypeOf(withoutAttributes).toExtend<RequestEnvelope['session']>()
    const { session } = {} as RequestEnvelope
    expectTypeOf<typeof rememberConsentAnswer>().toBeCallableWith(session?.attributes ?? {}, {} as ConsentAnswer)
  })

  it('toResponseEnvelope takes every response that a skill may return', () => {
    const envelope = toResponseEnvelope({ outputSpeech: { type: 'PlainText', text: 'Hi.' }, shouldEndSession: true })
    expectTypeOf(envelope).toExtend<SdkResponseEnvelope>()
    toResponseEnvelope({
      outputSpeech: { type: 'SSML', ssml: '<speak>Hi.</speak>', playBehavior: 'REPLACE_ENQUEUED' },
      reprompt: { outputSpeech: { type: 'PlainText', text: 'Hello?' } },
      card: { type: 'Standard', title: 'Hi', text: 'There', image: { smallImageUrl: 'https://example.com/a.png' } },
      directives: [{ type: 'Alexa.Presentation.APL.RenderDocument', document: {} }],
    })
    toResponseEnvelope({ card: { type: 'Simple', title: 'Hi', content: 'There' } })
    toResponseEnvelope({ card: { type: 'LinkAccount' } })
    toResponseEnvelope({}, { step: 1 })
    expectTypeOf(toResponseEnvelope({} as Response)).toExtend<SdkResponseEnvelope>()
    expectTypeOf(toResponseEnvelope({} as AlexaResponse)).toExtend<SdkResponseEnvelope>()
    // @ts-expect-error there is no such card
    toResponseEnvelope({ card: { type: 'simple', title: 'Hi' } })
    // @ts-expect-error SSML is named ssml
    toResponseEnvelope({ outputSpeech: { type: 'SSML', text: 'Hi.' } })
  })

  it('our responses are taken without a cast', () => {
    expectTypeOf<AlexaResponse>().toExtend<Response>()
    expectTypeOf<ResponseEnvelope>().toExtend<SdkResponseEnvelope>()
  })
})

describe('createProfileClient', () => {
  it('refuses options that do not exist or have another type', () => {
    // @ts-expect-error spelt otherwise
    createProfileClient({ deadlineMS: 5 })
    // @ts-expect-error milliseconds are a number
    createProfileClient({ deadlineMs: '5' })
  })
})
