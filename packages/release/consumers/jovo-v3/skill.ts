import type { Emulator } from '@alexa-profile/emulator'
import { ProfilePlugin, requireProfile } from '@alexa-profile/jovo/v3'
import { App, Lambda } from 'jovo-framework'
import { Alexa } from 'jovo-platform-alexa'

export function createSkill({ url }: Emulator) {
  const app = new App({ logging: false })
  app.use(new Alexa(), new ProfilePlugin({ skillName: 'Consumer', allowedEndpoints: [url] }))
  app.setHandler({
    EmailIntent: requireProfile({ required: ['email'], purpose: 'write to you' }, function (profile) {
      const email: string = profile.email
      this.tell(`I will write to ${email}.`)
    }),
  })
  return (envelope: object, context: object) =>
    new Promise<object>((resolve, reject) => {
      const answer = (error: Error | null, response?: object) => (error ? reject(error) : resolve(response ?? {}))
      app.handle(new Lambda(envelope, context, answer)).catch(reject)
    })
}
