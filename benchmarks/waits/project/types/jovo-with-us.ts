import { type Profile, ProfilePlugin, RequireProfile } from '@alexa-profile/jovo'
import { App, BaseComponent, Component, Global, Intents } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'

@Global()
@Component()
class BookTable extends BaseComponent {
  @Intents(['BookTableIntent'])
  @RequireProfile({ required: ['givenName', 'email'] })
  async book({ givenName, email }: Profile<'givenName' | 'email'>) {
    return this.$send(`Thank you, ${givenName}. I'll write to ${email}.`)
  }
}

export const app = new App({
  plugins: [new AlexaPlatform(), new ProfilePlugin({ skillName: 'Table Talk' })],
  components: [BookTable],
})
