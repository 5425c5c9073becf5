import type { Address, ConsentAnswer, MobileNumber, Obstacle, ProfileResult } from '@alexa-profile/core'
import type { Jovo } from 'jovo-core'
import { App } from 'jovo-framework'
import { Alexa } from 'jovo-platform-alexa'
import { expectTypeOf, test } from 'vitest'
import { type JovoProfile, ProfilePlugin, type ProfilePluginConfig, requireProfile } from '../src/v3.js'

declare const jovo: Jovo
declare const obstacle: Obstacle

test('this.$profile and the app config need no cast on Jovo 3', async () => {
  expectTypeOf(jovo.$profile).toEqualTypeOf<JovoProfile>()
  const app = new App({ plugin: { ProfilePlugin: { skillName: 'Table Talk' } } })
  app.use(new Alexa(), new ProfilePlugin(), new ProfilePlugin({ skillName: 'Table Talk', consent: 'voice' }))
  expectTypeOf(app.config.plugin?.ProfilePlugin).toEqualTypeOf<ProfilePluginConfig | undefined>()
  const { email } = await jovo.$profile.read(['email'])
  expectTypeOf(email).toEqualTypeOf<ProfileResult<string>>()
  await jovo.$profile.respondTo(obstacle, { purpose: 'book', consent: 'voice' })
  jovo.$profile.showConsentCard(['email'])
  jovo.$profile.askByVoice({ level: 'speaker', fields: ['givenName'] })
})

test('a wrapped handler receives exactly the required values on Jovo 3', () => {
  new App().setHandler({
    BookIntent: requireProfile(
      {
        required: ['email'],
        optional: ['mobileNumber'],
        declined(answer) {
          expectTypeOf(this).toEqualTypeOf<Jovo>()
          expectTypeOf(answer).toEqualTypeOf<ConsentAnswer>()
        },
        otherwise: (decision) => expectTypeOf(decision).toEqualTypeOf<Obstacle>(),
      },
      function (profile) {
        expectTypeOf(this).toEqualTypeOf<Jovo>()
        expectTypeOf(profile.email).toEqualTypeOf<string>()
        expectTypeOf(profile.mobileNumber).toEqualTypeOf<MobileNumber | undefined>()
        expectTypeOf(profile).not.toHaveProperty('name')
      },
    ),
    DeliverIntent: requireProfile(
      { required: ['email', 'address'], optional: ['timeZone'] },
      ({ address, timeZone }) => {
        expectTypeOf(address).toEqualTypeOf<Address>()
        expectTypeOf(timeZone).toEqualTypeOf<string | undefined>()
      },
    ),
    GreetIntent: requireProfile({ level: 'speaker', required: ['givenName'] }, function ({ givenName }) {
      this.tell(givenName)
    }),
  })
})

test('misspelled options and fields do not compile on Jovo 3', () => {
  // @ts-expect-error this option does not exist
  new ProfilePlugin({ deadline: 1000 })
  // @ts-expect-error this field does not exist
  requireProfile({ required: ['mail'] }, () => {})
  // @ts-expect-error speakers have no email address
  requireProfile({ level: 'speaker', required: ['email'] }, () => {})
  // @ts-expect-error this permission does not exist
  jovo.$profile.showConsentCard(['mail'])
  // @ts-expect-error speakers have no email address
  jovo.$profile.askByVoice({ level: 'speaker', fields: ['email'] })
})
