import { App } from 'jovo-framework'
import { Alexa } from 'jovo-platform-alexa'
import { book } from './booking.js'

// #region before
export const app = new App({ logging: false })

app.use(new Alexa())

app.setHandler({
  async BookTableIntent() {
    try {
      const email = await this.$alexaSkill?.$user.getEmail()
      await book(email as string)
      this.tell('Your table is booked.')
    } catch (error) {
      if ((error as { code?: string }).code !== 'NO_USER_PERMISSION') throw error
      this.$alexaSkill?.showAskForContactPermissionCard(['email'])
      this.tell('Please let me know your email address, in the Alexa app.')
    }
  },
})
// #endregion before
