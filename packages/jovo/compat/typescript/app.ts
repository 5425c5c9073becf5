import {
  ConsentCardOutput,
  type Profile,
  ProfileDecisionOutput,
  ProfileHandles,
  ProfilePlugin,
  RequireProfile,
  VoiceConsentOutput,
} from '@alexa-profile/jovo'
import { App, BaseComponent, Component, Global, Handle } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'

@Global()
@Component()
export class TableComponent extends BaseComponent {
  @Handle({ intents: ['BookTableIntent'] })
  @RequireProfile({ required: ['givenName', 'email'], optional: ['mobileNumber'], declined: 'goOnWithout' })
  async bookTable({ givenName, email, mobileNumber }: Profile<'givenName' | 'email', 'mobileNumber'>): Promise<void> {
    const number: string | undefined = mobileNumber?.phoneNumber
    await this.$send(`${givenName.trim()} ${email.trim()} ${number}`)
  }

  async goOnWithout(): Promise<void> {
    await this.$send(ConsentCardOutput, { permissions: ['email'], message: 'Please look into your app.' })
    await this.$send(VoiceConsentOutput, { fields: ['email'], token: 'newsletter' })
  }

  @Handle(ProfileHandles.onPermissionsChanged())
  async permissionsChanged(): Promise<void> {
    const accepted: readonly string[] | undefined = this.$profile.permissionEvent?.accepted
    const { email } = await this.$profile.read(['email'])
    if (email.status === 'available') email.value.trim()
    // @ts-expect-error this field does not exist, so this.$profile is not any
    await this.$profile.read(['mail'])
    // @ts-expect-error speakers have no email address
    await this.$profile.speaker.read(['email'])
    await this.$send(String(accepted))
  }

  async byHand(): Promise<void> {
    const decision = await this.$profile.require({ required: ['email'] })
    if (decision.action !== 'proceed') {
      await this.$send(ProfileDecisionOutput, { decision, purpose: 'book your table', reprompt: 'Anything else?' })
      return
    }
    const email: string = decision.profile.email
    // @ts-expect-error the name was not required
    await this.$send(email, decision.profile.name)
  }
}

export const app = new App({
  plugins: [
    new AlexaPlatform(),
    new ProfilePlugin({ skillName: 'Table Talk', shouldAsk: ({ $session }) => $session.isNew }),
  ],
  components: [TableComponent],
})

// @ts-expect-error the app contains the plugin's type, so it is not any
export const plugin: undefined = app.plugins.ProfilePlugin
// @ts-expect-error the config contains the plugin's type, so it is not any
export const config: undefined = app.config.plugin?.ProfilePlugin
