import { describeIntegration } from '@alexa-profile/conformance'
import { conformanceModule } from './support/conformance-app.js'
import { signedPost } from './support/signed-post.js'
import { adapterNames, startApp } from './support/start-app.js'

for (const adapter of adapterNames) {
  describeIntegration(`NestJS on ${adapter}`, async (options) => {
    const heard: string[] = []
    const { url } = await startApp(await conformanceModule(options, heard), adapter)
    return {
      heard,
      async skill(envelope: object) {
        const response = await signedPost(`${url}/alexa`, envelope)
        if (response.status !== 200) throw new Error(`The skill answered with status ${response.status}.`)
        return response.json()
      },
    }
  })
}
