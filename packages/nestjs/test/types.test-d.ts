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

test('a parameter gets just what is required', () => {
  type Values = ProfileValues<'givenName' | 'email', 'mobileNumber'>
  expectTypeOf<Values['givenName']>().toEqualTypeOf<string>()
  expectTypeOf<Values['mobileNumber']>().toEqualTypeOf<MobileNumber | undefined>()
  expectTypeOf<Values>().not.toHaveProperty('name')
  type Delivery = ProfileValues<'address', 'timeZone'>
  expectTypeOf<Delivery['address']>().toEqualTypeOf<Address>()
  expectTypeOf<Delivery['timeZone']>().toEqualTypeOf<string | undefined>()
  // @ts-expect-error there is no such field
  type _ = ProfileValues<'mail'>
})

test('options in a constant say it for both', () => {
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

test('misspelt fields and methods do not compile', () => {
  // @ts-expect-error there is no such field
  RequireProfile({ required: ['mail'] })
  // @ts-expect-error speakers have no email address
  RequireProfile({ level: 'speaker', required: ['email'] })
  // @ts-expect-error there is no such option
  RequireProfile({ requried: ['email'] })
  // @ts-expect-error there is no such field
  ProfileField('mail')
  // @ts-expect-error speakers have no email address
  ProfileField('email', 'speaker')
  ProfileField('givenName', 'speaker')
  ProfileField('address')
  ProfileField('timeZone', 'speaker')
  // @ts-expect-error there is no such option
  AlexaProfileModule.forRoot({ deadline: 1000 })
  // @ts-expect-error skillIds says which skill
  AlexaProfileModule.forRoot({ verification: {} })

  class SkillController {
    @RequireProfile({ required: ['email'], declined: 'goOn', otherwise: 'instead' })
    book() {}

    // @ts-expect-error the controller has no method of that name
    @RequireProfile({ required: ['email'], declined: 'goAway' })
    bookAnother() {}

    // @ts-expect-error it takes no number
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

test('a module is configured as Nest modules are', () => {
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

test("the service takes and gives ask-sdk's types", async () => {
  const { email } = await service.profileFor(envelope).read(['email'])
  expectTypeOf(email).toEqualTypeOf<ProfileResult<string>>()
  expectTypeOf(await service.respondTo(envelope, obstacle)).toExtend<Response>()
})
