import { type Profile, ProfilePlugin, RequireProfile } from '@alexa-profile/jovo'
import { App, BaseComponent, Component, Global, Handle } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'
import { book } from './booking.js'

// #region after
const emulator = process.env.ALEXA_PROFILE_ENDPOINT // in development only
@Global()
@Component()
class TableComponent extends BaseComponent {
  @Handle({ intents: ['BookTableIntent'] })
  @RequireProfile({ required: ['email'], purpose: 'book your table' })
  async bookTable({ email }: Profile<'email'>) {
    await book(email)
    return this.$send({ message: 'Your table is booked.', listen: false })
  }
}

export const app = new App({
  plugins: [
    new AlexaPlatform(),
    new ProfilePlugin({ skillName: 'Table Talk', allowedEndpoints: emulator ? [emulator] : [] }),
  ],
  components: [TableComponent],
  logging: false,
})
// #endregion after
