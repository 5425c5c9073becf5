import { type Profile, ProfilePlugin, RequireProfile } from '@alexa-profile/jovo'
import { App, BaseComponent, Component, Global, Handle } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'
import { book } from './book.js'

// #region component
@Global()
@Component()
class TableComponent extends BaseComponent {
  @Handle({ intents: ['BookTableIntent'] })
  @RequireProfile({ required: ['email'], purpose: 'mail the confirmation', consent: 'voice', declined: 'bookWithout' })
  async bookTable({ email }: Profile<'email'>) {
    await book(email)
    return this.$send({ message: 'Booked, and a mail is on its way.', listen: false })
  }

  bookWithout() {
    return this.$send({ message: 'Booked, without a mail.', listen: false })
  }
}
// #endregion component

export const app = new App({
  plugins: [new AlexaPlatform(), new ProfilePlugin({ skillName: 'Table Talk' })],
  components: [TableComponent],
  logging: false,
})
