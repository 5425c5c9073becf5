import { App, BaseComponent, Component, Global, Intents } from '@jovotech/framework'
import { AlexaPlatform, AskForPermissionConsentCardOutput } from '@jovotech/platform-alexa'

@Global()
@Component()
class BookTable extends BaseComponent {
  @Intents(['BookTableIntent'])
  async book() {
    try {
      const [givenName, email] = await Promise.all([this.$alexa?.$user.getGivenName(), this.$alexa?.$user.getEmail()])
      return this.$send(`Thank you, ${givenName}. I'll write to ${email}.`)
    } catch (error) {
      if ((error as { code?: string }).code !== 'NO_USER_PERMISSION') throw error
      return this.$send(AskForPermissionConsentCardOutput, {
        permissions: ['alexa::profile:given_name:read', 'alexa::profile:email:read'],
      })
    }
  }
}

export const app = new App({ plugins: [new AlexaPlatform()], components: [BookTable] })
