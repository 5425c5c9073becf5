/** A whole skill on ask-sdk that answers one turn, reading the profile as its samples do or with our package. */
import { createRequire } from 'node:module'
import { createAlexaProfile } from '@alexa-profile/ask-sdk'
import { readFields } from './read-fields.mjs'
import { upsCalls } from './ups-calls.mjs'

const { DefaultApiClient, SkillBuilders } = createRequire(import.meta.url)('ask-sdk-core')

export function openAskSkill(envelope, { withUs }) {
  const { apiEndpoint } = envelope.context.System
  let fields
  let values

  const bySamples = {
    canHandle: () => true,
    async handle(input) {
      const ups = input.serviceClientFactory.getUpsServiceClient()
      values = await readFields(fields, (field) => ups[upsCalls[field]](), false)
      return input.responseBuilder.speak(`Thank you, ${values.givenName}.`).getResponse()
    },
  }
  const { profileFor, respondTo } = createAlexaProfile({ allowedEndpoints: [apiEndpoint] })
  const byUs = {
    canHandle: () => true,
    async handle(input) {
      const decision = await profileFor(input).require({ required: fields })
      if (decision.action !== 'proceed') return respondTo(input, decision)
      values = decision.profile
      return input.responseBuilder.speak(`Thank you, ${values.givenName}.`).getResponse()
    },
  }
  const builder = SkillBuilders.custom().addRequestHandlers(withUs ? byUs : bySamples)
  const skill = (withUs ? builder : builder.withApiClient(new DefaultApiClient())).create()
  return {
    async turn(wanted) {
      fields = wanted
      await skill.invoke(structuredClone(envelope))
      return values
    },
  }
}
