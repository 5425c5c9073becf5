import type { Emulator } from '@alexa-profile/emulator'
import { type Profile, ProfilePlugin, RequireProfile } from '@alexa-profile/jovo'
import { App, BaseComponent, Component, Global, Handle } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'
import { ExpressJs, Webhook } from '@jovotech/server-express'

@Global()
@Component()
class EmailComponent extends BaseComponent {
  @Handle({ intents: ['EmailIntent'] })
  @RequireProfile({ required: ['email'], purpose: 'write to you' })
  sayEmail(profile: Profile<'email'>) {
    const email: string = profile.email
    return this.$send({ message: `I will write to ${email}.`, listen: false })
  }
}

export async function createSkill({ url }: Emulator) {
  const app = new App({
    plugins: [new AlexaPlatform(), new ProfilePlugin({ skillName: 'Consumer', allowedEndpoints: [url] })],
    components: [EmailComponent],
  })
  await app.initialize()
  Webhook.post('/webhook', (...exchange: ConstructorParameters<typeof ExpressJs>) =>
    app.handle(new ExpressJs(...exchange)),
  )
  return new Promise<string>((resolve) => {
    const server = Webhook.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/webhook`))
  })
}
