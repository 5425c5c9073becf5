import { ProfilePlugin, requireProfile } from '@alexa-profile/jovo/v3'
import { App } from 'jovo-framework'
import { Alexa } from 'jovo-platform-alexa'
import { book } from './booking.js'

// #region after
export const app = new App({ logging: false })

app.use(new Alexa(), new ProfilePlugin({ skillName: 'Table Talk' }))

app.setHandler({
  BookTableIntent: requireProfile({ required: ['email'], purpose: 'book your table' }, async function ({ email }) {
    await book(email)
    this.tell('Your table is booked.')
  }),
})
// #endregion after
