import { App, BaseComponent, Component, Global } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'

const words = 'original words'

@Global()
@Component()
class WelcomeComponent extends BaseComponent {
  LAUNCH() {
    return this.$send({ message: words, listen: false })
  }
}

export const app = new App({ logging: false, plugins: [new AlexaPlatform()], components: [WelcomeComponent] })
