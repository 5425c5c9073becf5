import type { ConsentAnswer, MobileNumber, Obstacle, ProfileResult } from '@alexa-profile/core'
import { App, BaseComponent, type Jovo } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'
import { expectTypeOf, test } from 'vitest'
import {
  ConsentCardOutput,
  type JovoProfile,
  type Profile,
  ProfileDecisionOutput,
  ProfilePlugin,
  type ProfilePluginConfig,
  RequireProfile,
  VoiceConsentOutput,
} from '../src/index.js'

declare const jovo: Jovo
declare const obstacle: Obstacle

test('this.$profile and the app config need no cast on Jovo 4', async () => {
  expectTypeOf(jovo.$profile).toEqualTypeOf<JovoProfile>()
  const app = new App({ plugins: [new AlexaPlatform(), new ProfilePlugin({ skillName: 'Table Talk' })] })
  expectTypeOf(app.config.plugin?.ProfilePlugin).toEqualTypeOf<ProfilePluginConfig | undefined>()
  expectTypeOf(app.plugins.ProfilePlugin).toEqualTypeOf<ProfilePlugin | undefined>()
  const { email } = await jovo.$profile.read(['email'])
  expectTypeOf(email).toEqualTypeOf<ProfileResult<string>>()
  const decision = await jovo.$profile.require({ required: ['email'], optional: ['mobileNumber'] })
  if (decision.action !== 'proceed') return jovo.$send(ProfileDecisionOutput, { decision, purpose: 'book' })
  expectTypeOf(decision.profile.mobileNumber).toEqualTypeOf<MobileNumber | undefined>()
})

test('misspelled options and fields do not compile on Jovo 4', () => {
  // @ts-expect-error this option does not exist
  new ProfilePlugin({ deadline: 1000 })
  // @ts-expect-error this field does not exist
  void jovo.$profile.read(['e-mail'])
  // @ts-expect-error speakers have no email address
  void jovo.$profile.speaker.read(['email'])
  // @ts-expect-error this field does not exist
  void jovo.$send(VoiceConsentOutput, { fields: ['e-mail'] })
  // @ts-expect-error this permission does not exist
  void jovo.$send(ConsentCardOutput, { permissions: ['alexa::profile:mail:read'] })
  void jovo.$send(ConsentCardOutput, { permissions: ['email', 'alexa::alerts:reminders:skill:readwrite'] })
  void jovo.$send(ProfileDecisionOutput, { decision: obstacle, consent: 'voice', reprompt: 'Anything else?' })
})

test('a decorated method receives exactly the required values on Jovo 4', () => {
  class TableComponent extends BaseComponent {
    @RequireProfile({ required: ['email'], optional: ['mobileNumber'], purpose: 'book', declined: 'declined' })
    async book(profile: Profile<'email', 'mobileNumber'>) {
      expectTypeOf(profile.email).toEqualTypeOf<string>()
      expectTypeOf(profile.mobileNumber).toEqualTypeOf<MobileNumber | undefined>()
    }

    @RequireProfile({ level: 'speaker', required: ['givenName'], consent: 'voice', otherwise: 'explain' })
    greet({ givenName }: { givenName: string }) {
      expectTypeOf(givenName).toEqualTypeOf<string>()
    }

    @RequireProfile({ required: ['email'] })
    needsNothing() {}

    // @ts-expect-error the name was not required
    @RequireProfile({ required: ['email'] })
    needsMore(_: Profile<'email' | 'name'>) {}

    // @ts-expect-error the component has no such method
    @RequireProfile({ required: ['email'], declined: 'sayNo' })
    refersToNothing() {}

    // @ts-expect-error speakers have no email address
    @RequireProfile({ level: 'speaker', required: ['email'] })
    speaker() {}

    // @ts-expect-error this field does not exist
    @RequireProfile({ required: ['mail'] })
    misspelt() {}

    declined(_: ConsentAnswer) {}

    explain(_: Obstacle) {}
  }
  expectTypeOf<TableComponent>().toHaveProperty('book')
})
