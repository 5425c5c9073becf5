import type { HarnessOptions } from '@alexa-profile/conformance'
import { type ConsentAnswer, isProfileError, type Obstacle, type Profile } from '@alexa-profile/core'
import { App, BaseComponent, Component, Global, Handle } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'
import { ProfileHandles, ProfilePlugin, RequireProfile } from '../../src/index.js'

/** The skill for the conformance suite. */
export function createConformanceApp({ shouldAsk, ...options }: HarnessOptions): { app: App; heard: string[] } {
  const heard: string[] = []

  @Global()
  @Component()
  class TableComponent extends BaseComponent {
    @RequireProfile({ required: ['givenName', 'email'], optional: ['mobileNumber'], purpose: 'book your table' })
    RequireIntent({ givenName, email, mobileNumber }: Profile<'givenName' | 'email', 'mobileNumber'>) {
      return this.say(`Booked for ${givenName}, ${email}, ${mobileNumber?.phoneNumber ?? 'none'}.`)
    }

    @Handle({ intents: ['RequireByVoiceIntent'] })
    @RequireProfile({
      required: ['givenName', 'email'],
      purpose: 'book your table',
      consent: 'voice',
      reprompt: 'Anything else?',
    })
    book({ givenName }: Profile<'givenName' | 'email'>) {
      const booked = `Booked for ${givenName} on ${this.$entities.date?.value}.`
      const dialogState = this.$alexa?.$request.request?.dialogState
      return this.say(dialogState === undefined ? booked : `${booked} Dialog ${dialogState}.`)
    }

    @RequireProfile({ required: ['email'], consent: 'voice', declined: 'goOnWithout' })
    GoOnWithoutIntent() {
      return this.say('Booked.')
    }

    goOnWithout({ answer }: ConsentAnswer) {
      return this.$send({ message: `On ${this.$entities.date?.value} without email: ${answer}.`, listen: true })
    }

    @RequireProfile({ required: ['email'], consent: 'voice', otherwise: 'instead' })
    OtherwiseIntent({ email }: Profile<'email'>) {
      return this.say(`Mailed ${email}.`)
    }

    instead({ action }: Obstacle, respond: () => Promise<void>) {
      return action === 'try-later' ? this.say('Instead: try-later.') : respond()
    }

    @RequireProfile({ required: ['givenName'], consent: 'voice' })
    LAUNCH({ givenName }: Profile<'givenName'>) {
      return this.say(`Welcome, ${givenName}.`)
    }

    @RequireProfile({ required: ['email'], otherwise: 'noteEnd' })
    END() {}

    noteEnd({ action }: Obstacle, respond: () => Promise<void>) {
      heard.push(`ended: ${action}`)
      return respond()
    }

    @RequireProfile({ level: 'speaker', required: ['givenName'], consent: 'voice' })
    RequireSpeakerIntent({ givenName }: Profile<'givenName'>) {
      return this.say(`Hello ${givenName}.`)
    }

    @RequireProfile({
      required: ['email', 'address'],
      optional: ['timeZone'],
      purpose: 'deliver your order',
      consent: 'voice',
    })
    RequireDeviceIntent({ email, address, timeZone }: Profile<'email' | 'address', 'timeZone'>) {
      return this.say(`For ${email} in ${address.city}, ${timeZone ?? 'none'}.`)
    }

    @RequireProfile({ level: 'speaker', required: ['givenName', 'countryAndPostalCode'], consent: 'voice' })
    RequireSpeakerAndDeviceIntent({ givenName, countryAndPostalCode }: Profile<'givenName' | 'countryAndPostalCode'>) {
      return this.say(`Hello ${givenName} in ${countryAndPostalCode.postalCode}.`)
    }

    async ReadIntent() {
      const { email } = await this.$profile.read(['email'])
      return this.say(`email is ${email.status}.`)
    }

    async ReadTwiceIntent() {
      const { email } = await this.$profile.read(['email'])
      return this.say(`Twice ${email.status}.`)
    }

    @Handle(ProfileHandles.onPermissionsChanged())
    async permissionsChanged() {
      const { email } = await this.$profile.read(['email'])
      heard.push(`${email.status} for ${this.$profile.permissionEvent?.accepted.length}`)
    }

    @Handle(ProfileHandles.onSkillDisabled())
    skillDisabled() {
      heard.push('disabled')
    }

    UNHANDLED() {
      return this.say('Not ours.')
    }

    private say(message: string) {
      return this.$send({ message, listen: false })
    }
  }

  const app = new App({
    // Logging is on, because the README recommends these settings. Logging the whole request would show the token, and
    // logging the whole response would show what Alexa says.
    logging: {
      skipTests: false,
      request: { objects: ['request.type', 'request.requestId', 'request.intent.name'] },
      response: false,
    },
    plugins: [
      new AlexaPlatform(),
      new ProfilePlugin({
        ...options,
        shouldAsk: shouldAsk && ((jovo, decision) => shouldAsk(jovo.$input.getIntentName(), decision)),
      }),
    ],
    components: [TableComponent],
  })
  app.hook('before.dialogue.logic', async (jovo) => {
    if (jovo.$input.getIntentName() === 'ReadTwiceIntent') await jovo.$profile.read(['email'])
  })
  app.onError((error, jovo) => jovo?.$send(`Error ${isProfileError(error) ? error.code : error.name}.`))
  return { app, heard }
}
