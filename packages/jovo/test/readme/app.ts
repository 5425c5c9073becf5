import { escapeSsml, type Profile, ProfilePlugin, RequireProfile } from '@alexa-profile/jovo'
import { App, BaseComponent, Component, Global, Handle } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'
import { book } from './book.js'

@Global()
@Component()
class TableComponent extends BaseComponent {
  @Handle({ intents: ['BookTableIntent'] })
  @RequireProfile({ required: ['givenName', 'email'], optional: ['mobileNumber'], purpose: 'book your table' })
  async bookTable({ givenName, email, mobileNumber }: Profile<'givenName' | 'email', 'mobileNumber'>) {
    await book(email, mobileNumber?.phoneNumber)
    return this.$send({ message: `Thank you, ${escapeSsml(givenName)}, your table is booked.`, listen: false })
  }
}

export const app = new App({
  plugins: [new AlexaPlatform(), new ProfilePlugin({ skillName: 'Table Talk' })],
  components: [TableComponent],
  logging: { request: { objects: ['request.type', 'request.requestId', 'request.intent.name'] }, response: false },
})
