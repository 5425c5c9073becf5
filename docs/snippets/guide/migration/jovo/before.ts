import { App, BaseComponent, Component, Global, Handle } from '@jovotech/framework'
import {
  type AlexaApiError,
  AlexaApiErrorCode,
  AlexaPlatform,
  AskForPermissionConsentCardOutput,
} from '@jovotech/platform-alexa'
import { book } from './booking.js'

// #region before
@Global()
@Component()
class TableComponent extends BaseComponent {
  @Handle({ intents: ['BookTableIntent'] })
  async bookTable() {
    try {
      const email = await this.$alexa?.$user.getEmail()
      await book(email as string)
      return this.$send({ message: 'Your table is booked.', listen: false })
    } catch (error) {
      if ((error as AlexaApiError).code !== AlexaApiErrorCode.NO_USER_PERMISSION) throw error
      return this.$send(AskForPermissionConsentCardOutput, {
        message: 'Please let me know your email address, in the Alexa app.',
        permissions: ['alexa::profile:email:read'],
        listen: false,
      })
    }
  }
}

export const app = new App({ plugins: [new AlexaPlatform()], components: [TableComponent], logging: false })
// #endregion before
