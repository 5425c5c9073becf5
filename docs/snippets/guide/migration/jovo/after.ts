import { type Profile, ProfilePlugin, RequireProfile } from '@alexa-profile/jovo'
import { App, BaseComponent, Component, Global, Handle } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'
import { book } from './booking.js'

// #region after
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
  plugins: [new AlexaPlatform(), new ProfilePlugin({ skillName: 'Table Talk' })],
  components: [TableComponent],
  logging: false,
})
// #endregion after
