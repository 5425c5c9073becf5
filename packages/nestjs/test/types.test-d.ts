import type { Address, MobileNumber } from '@alexa-profile/core'
import { type DynamicModule, Injectable } from '@nestjs/common'
import type { RequestEnvelope as AskRequestEnvelope, Response } from 'ask-sdk-model'
import { expectTypeOf, test } from 'vitest'
import {
  AlexaEnvelope,
  AlexaProfileModule,
  type AlexaProfileModuleOptions,
  type AlexaProfileService,
  type ConsentAnswer,
  type Obstacle,
  OnIntent,
  Profile,
  ProfileField,
  type ProfileOf,
  type ProfileResult,
  type ProfileValues,
  RequireProfile,
} from '../src/index.js'

declare const service: AlexaProfileService
declare const envelope: AskRequestEnvelope
declare const obstacle: Obstacle

test('a parameter receives exactly the required values', () => {
  type Values = ProfileValues<'givenName' | 'email', 'mobileNumber'>
  expectTypeOf<Values['givenName']>().toEqualTypeOf<string>()
  expectTypeOf<Values['mobileNumber']>().toEqualTypeOf<MobileNumber | undefined>()
  expectTypeOf<Values>().not.toHaveProperty('name')
  type Delivery = ProfileValues<'address', 'timeZone'>
  expectTypeOf<Delivery['address']>().toEqualTypeOf<Address>()
  expectTypeOf<Delivery['timeZone']>().toEqualTypeOf<string | undefined>()
  // @ts-expect-error this field does not exist
  type _ = ProfileValues<'mail'>
})

test('options in a constant apply to the decorator and the parameter type', () => {
  const booking = { required: ['givenName', 'email'], optional: ['mobileNumber'], purpose: 'book a table' } as const
  expectTypeOf<ProfileOf<typeof booking>>().toEqualTypeOf<ProfileValues<'givenName' | 'email', 'mobileNumber'>>()
  const nameOnly = { required: ['name'] } as const
  expectTypeOf<ProfileOf<typeof nameOnly>>().toEqualTypeOf<ProfileValues<'name'>>()

  class SkillController {
    @OnIntent('BookTableIntent')
    @RequireProfile(booking)
    book(@Profile() { givenName, mobileNumber }: ProfileOf<typeof booking>, @AlexaEnvelope() _: AskRequestEnvelope) {
      expectTypeOf(givenName).toEqualTypeOf<string>()
      expectTypeOf(mobileNumber).toEqualTypeOf<MobileNumber | undefined>()
    }
  }
  expectTypeOf(SkillController).toBeConstructibleWith()
})

test('misspelled fields and methods do not compile', () => {
  // @ts-expect-error this field does not exist
  RequireProfile({ required: ['mail'] })
  // @ts-expect-error speakers have no email address
  RequireProfile({ level: 'speaker', required: ['email'] })
  // @ts-expect-error this option does not exist
  RequireProfile({ requried: ['email'] })
  // @ts-expect-error this field does not exist
  ProfileField('mail')
  // @ts-expect-error speakers have no email address
  ProfileField('email', 'speaker')
  ProfileField('givenName', 'speaker')
  ProfileField('address')
  ProfileField('timeZone', 'speaker')
  // @ts-expect-error this option does not exist
  AlexaProfileModule.forRoot({ deadline: 1000 })
  // @ts-expect-error skillIds is missing
  AlexaProfileModule.forRoot({ verification: {} })

  class SkillController {
    @RequireProfile({ required: ['email'], declined: 'goOn', otherwise: 'instead' })
    book() {}

    // @ts-expect-error the controller has no method with this name
    @RequireProfile({ required: ['email'], declined: 'goAway' })
    bookAnother() {}

    // @ts-expect-error the method does not accept a number
    @RequireProfile({ required: ['email'], declined: 'count' })
    bookMore() {}

    goOn(answer: ConsentAnswer, envelope: AskRequestEnvelope) {
      return `${answer.answer} ${envelope.version}`
    }

    instead(decision: Obstacle) {
      return decision.action
    }

    count(answer: number) {
      return answer
    }
  }
  expectTypeOf(SkillController).toBeConstructibleWith()
})

test('the module is configured like other Nest modules', () => {
  @Injectable()
  class Settings {
    readonly skillName = 'Table Talk'
  }
  const options = { inject: [Settings], useFactory: ({ skillName }: Settings) => ({ skillName }) }
  expectTypeOf(AlexaProfileModule.forRootAsync(options)).toEqualTypeOf<DynamicModule>()
  expectTypeOf(AlexaProfileModule.forRoot({ isGlobal: false, consent: 'voice' })).toEqualTypeOf<DynamicModule>()
  expectTypeOf<Parameters<NonNullable<AlexaProfileModuleOptions['shouldAsk']>>[1]['fields']>().toExtend<
    readonly string[]
  >()
})

test('the service accepts and returns ask-sdk types', async () => {
  const { email } = await service.profileFor(envelope).read(['email'])
  expectTypeOf(email).toEqualTypeOf<ProfileResult<string>>()
  expectTypeOf(await service.respondTo(envelope, obstacle)).toExtend<Response>()
})
