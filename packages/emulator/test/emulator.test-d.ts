import { expectTypeOf, it } from 'vitest'
import type { ApiRequest, Device, Emulator, LaunchRequest, RequestEnvelope, Skill, Turn } from '../src/index.js'

declare const emulator: Emulator

it('an envelope has the type of its request', () => {
  expectTypeOf(emulator.envelope({ session: false })).toEqualTypeOf<RequestEnvelope<LaunchRequest>>()
  const { request } = emulator.envelope({ request: { type: 'Messaging.MessageReceived', message: { text: '' } } })
  expectTypeOf(request.type).toEqualTypeOf<'Messaging.MessageReceived'>()
  expectTypeOf(request.message.text).toBeString()
  expectTypeOf(request.requestId).toBeString()
})

it('an event envelope has the body of its type', () => {
  const { request } = emulator.eventEnvelope('AlexaSkillEvent.SkillDisabled')
  expectTypeOf(request.body.userInformationPersistenceStatus).toEqualTypeOf<'NOT_PERSISTED'>()
  expectTypeOf(emulator.eventEnvelope('AlexaSkillEvent.SkillEnabled').request).not.toHaveProperty('body')
  // @ts-expect-error the event does not exist
  emulator.eventEnvelope('SkillEnabled')
})

it('a consent answer is a word', () => {
  expectTypeOf<Device['answerConsent']>()
    .parameter(0)
    .toEqualTypeOf<'accept' | 'deny' | 'silence' | 'redirect' | 'failure'>()
  expectTypeOf<NonNullable<Turn['consentRequest']>['permissions'][number]['consentLevel']>().toEqualTypeOf<
    'ACCOUNT' | 'PERSON'
  >()
})

it('a slot has one value or several', () => {
  expectTypeOf<Device['intent']>()
    .parameter(1)
    .toEqualTypeOf<Readonly<Record<string, string | readonly string[]>> | undefined>()
  const device = emulator.device(() => undefined, { kind: 'echo-show', now: () => new Date() })
  // @ts-expect-error Alexa sends strings
  device.intent('OrderIntent', { people: 4 })
  // @ts-expect-error the kind does not exist
  emulator.device(() => undefined, { kind: 'toaster' })
  expectTypeOf<
    Extract<NonNullable<Turn['request']>['request'], { type: 'IntentRequest' }>['dialogState']
  >().toEqualTypeOf<'STARTED' | 'IN_PROGRESS' | 'COMPLETED' | undefined>()
})

it('a turn contains its requests to the profile API', () => {
  expectTypeOf<Turn['apiRequests']>().toEqualTypeOf<readonly ApiRequest[]>()
})

it('any handler is a skill, with or without a callback', () => {
  expectTypeOf<
    (event: { session: { new: boolean } }, context: { functionName: string }) => Promise<object>
  >().toExtend<Skill>()
  expectTypeOf<() => void>().toExtend<Skill>()
  expectTypeOf<
    (event: object, context: object, callback: (error: Error | null, response?: object) => void) => void
  >().toExtend<Skill>()
  expectTypeOf<(event: object, context: object, callback: () => void, more: string) => void>().not.toExtend<Skill>()
})

it('misspelled fields and scopes are type errors', () => {
  emulator.customer.grant('email', 'alexa::profile:name:read')
  // @ts-expect-error the field does not exist
  emulator.customer.grant('emial')
  // @ts-expect-error a speaker has no email address
  emulator.customer.addSpeaker({ email: 'ben@example.com' })
  // @ts-expect-error the situation does not exist
  emulator.situation('sleepy')
  emulator.situation('events-late', { delayMs: 1 })
  // @ts-expect-error situations of events have no number of requests
  emulator.situation('events-twice', { requests: 1 })
})
