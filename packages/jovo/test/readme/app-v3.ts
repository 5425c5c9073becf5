import { escapeSsml, ProfilePlugin, requireProfile } from '@alexa-profile/jovo/v3'
import { App, type Jovo, SpeechBuilder } from 'jovo-framework'
import { Alexa } from 'jovo-platform-alexa'
import { book } from './book.js'
import { forget, welcome } from './customers.js'

SpeechBuilder.ESCAPE_AMPERSAND = false // Jovo 3 would say "andamp;" for the "&amp;" of escapeSsml

export const app = new App({ logging: false })

app.use(new Alexa(), new ProfilePlugin({ skillName: 'Table Talk' }))

app.setHandler({
  BookTableIntent: requireProfile(
    { required: ['givenName', 'email'], optional: ['mobileNumber'], purpose: 'book your table' },
    async function ({ givenName, email, mobileNumber }) {
      await book(email, mobileNumber?.phoneNumber)
      this.tell(`Thank you, ${escapeSsml(givenName)}, your table is booked.`)
    },
  ),

  ON_EVENT: {
    'AlexaSkillEvent.SkillPermissionAccepted': permissionsChanged,
    'AlexaSkillEvent.SkillPermissionChanged': permissionsChanged,
    async 'AlexaSkillEvent.SkillDisabled'() {
      const { userId, keepsData } = this.$profile.enablementEvent ?? {}
      if (userId !== undefined && !keepsData) await forget(userId)
    },
  },
})

/** The first consent is one event, and each later change another. */
async function permissionsChanged(this: Jovo) {
  const { userId, accepted } = this.$profile.permissionEvent ?? {}
  if (userId === undefined) return
  if (!accepted?.includes('alexa::profile:email:read')) return forget(userId)
  const { email } = await this.$profile.read(['email'])
  if (email.status === 'available') await welcome(userId, email.value)
}
