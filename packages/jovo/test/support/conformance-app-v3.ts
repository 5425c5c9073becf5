import type { HarnessOptions } from '@alexa-profile/conformance'
import { isProfileError } from '@alexa-profile/core'
import type { Jovo } from 'jovo-core'
import { App } from 'jovo-framework'
import { Alexa } from 'jovo-platform-alexa'
import { ProfilePlugin, requireProfile } from '../../src/v3.js'

/** The skill for the conformance suite. */
export function createConformanceAppV3({ shouldAsk, ...options }: HarnessOptions): { app: App; heard: string[] } {
  const heard: string[] = []
  // Logging is on, because the README recommends these settings. Logging the whole request would show the token, and
  // logging the whole response would show what Alexa says.
  const app = new App({
    logging: { request: true, requestObjects: ['request.type', 'request.requestId', 'request.intent.name'] },
  })
  app.use(
    new Alexa(),
    new ProfilePlugin({
      ...options,
      shouldAsk: shouldAsk && ((jovo, decision) => shouldAsk(jovo.$nlu.intent?.name, decision)),
    }),
  )
  app.hook('before.handler', async (_error: unknown, _host: unknown, jovo?: Jovo) => {
    if (jovo?.$nlu.intent?.name === 'ReadTwiceIntent') await jovo.$profile.read(['email'])
  })

  app.setHandler({
    RequireIntent: requireProfile(
      { required: ['givenName', 'email'], optional: ['mobileNumber'], purpose: 'book your table' },
      function ({ givenName, email, mobileNumber }) {
        this.tell(`Booked for ${givenName}, ${email}, ${mobileNumber?.phoneNumber ?? 'none'}.`)
      },
    ),
    RequireByVoiceIntent: requireProfile(
      { required: ['givenName', 'email'], purpose: 'book your table', consent: 'voice', reprompt: 'Anything else?' },
      function ({ givenName }) {
        const booked = `Booked for ${givenName} on ${this.$inputs.date?.value}.`
        const { dialogState } = this.$alexaSkill?.$request?.toJSON().request ?? {}
        this.tell(dialogState === undefined ? booked : `${booked} Dialog ${dialogState}.`)
      },
    ),
    GoOnWithoutIntent: requireProfile(
      {
        required: ['email'],
        consent: 'voice',
        declined({ answer }) {
          this.ask(`On ${this.$inputs.date?.value} without email: ${answer}.`)
        },
      },
      function () {
        this.tell('Booked.')
      },
    ),
    OtherwiseIntent: requireProfile(
      {
        required: ['email'],
        consent: 'voice',
        otherwise({ action }, respond) {
          return action === 'try-later' ? this.tell('Instead: try-later.') : respond()
        },
      },
      function ({ email }) {
        this.tell(`Mailed ${email}.`)
      },
    ),
    LAUNCH: requireProfile({ required: ['givenName'], consent: 'voice' }, function ({ givenName }) {
      this.tell(`Welcome, ${givenName}.`)
    }),
    END: requireProfile(
      {
        required: ['email'],
        otherwise({ action }, respond) {
          heard.push(`ended: ${action}`)
          return respond()
        },
      },
      () => {},
    ),
    RequireSpeakerIntent: requireProfile(
      { level: 'speaker', required: ['givenName'], consent: 'voice' },
      function ({ givenName }) {
        this.tell(`Hello ${givenName}.`)
      },
    ),
    RequireDeviceIntent: requireProfile(
      { required: ['email', 'address'], optional: ['timeZone'], purpose: 'deliver your order', consent: 'voice' },
      function ({ email, address, timeZone }) {
        this.tell(`For ${email} in ${address.city}, ${timeZone ?? 'none'}.`)
      },
    ),
    RequireSpeakerAndDeviceIntent: requireProfile(
      { level: 'speaker', required: ['givenName', 'countryAndPostalCode'], consent: 'voice' },
      function ({ givenName, countryAndPostalCode }) {
        this.tell(`Hello ${givenName} in ${countryAndPostalCode.postalCode}.`)
      },
    ),
    async ReadIntent() {
      const { email } = await this.$profile.read(['email'])
      this.tell(`email is ${email.status}.`)
    },
    async ReadTwiceIntent() {
      const { email } = await this.$profile.read(['email'])
      this.tell(`Twice ${email.status}.`)
    },
    ON_EVENT: {
      'AlexaSkillEvent.SkillPermissionAccepted': permissionsChanged,
      'AlexaSkillEvent.SkillPermissionChanged': permissionsChanged,
      'AlexaSkillEvent.SkillDisabled'() {
        heard.push('disabled')
      },
    },
    ON_ERROR() {
      const error: unknown = this.$handleRequest?.error
      this.tell(`Error ${isProfileError(error) ? error.code : String(error)}.`)
    },
    UNKNOWN_REQUEST() {
      // Events that Jovo 3 does not know also come here.
      if ((this.$request as { session?: object }).session !== undefined) this.tell('Not ours.')
    },
    Unhandled() {
      this.tell('Not ours.')
    },
  })

  async function permissionsChanged(this: Jovo) {
    const { email } = await this.$profile.read(['email'])
    heard.push(`${email.status} for ${this.$profile.permissionEvent?.accepted.length}`)
  }
  return { app, heard }
}
