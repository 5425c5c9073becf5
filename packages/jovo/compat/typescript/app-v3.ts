import { isProfileError, ProfilePlugin, requireProfile } from '@alexa-profile/jovo/v3'
import { App } from 'jovo-framework'
import { Alexa } from 'jovo-platform-alexa'

export const app = new App({ plugin: { ProfilePlugin: { skillName: 'Table Talk', consent: 'voice' } } })

app.use(new Alexa(), new ProfilePlugin())

app.setHandler({
  BookTableIntent: requireProfile(
    {
      required: ['givenName', 'email'],
      optional: ['mobileNumber'],
      declined({ answer }) {
        this.tell(answer)
      },
      otherwise(decision) {
        return this.$profile.respondTo(decision, { purpose: 'book your table' })
      },
    },
    function ({ givenName, email, mobileNumber }) {
      const number: string | undefined = mobileNumber?.phoneNumber
      this.tell(`${givenName.trim()} ${email.trim()} ${number}`)
    },
  ),

  async ReadIntent() {
    const { email } = await this.$profile.read(['email'])
    if (email.status === 'available') this.tell(email.value.trim())
    // @ts-expect-error this field does not exist, so this.$profile is not any
    await this.$profile.read(['mail'])
    // @ts-expect-error speakers have no email address
    await this.$profile.speaker.read(['email'])
    this.$profile.showConsentCard(['email'])
    this.$profile.askByVoice({ fields: ['email'] })
  },

  ON_ERROR() {
    const error: unknown = this.$handleRequest?.error
    if (isProfileError(error)) this.tell(error.code)
  },
})

// @ts-expect-error the config contains the plugin's type, so it is not any
export const config: undefined = app.config.plugin?.ProfilePlugin
