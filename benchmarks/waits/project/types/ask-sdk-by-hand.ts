import { DefaultApiClient, getIntentName, getRequestType, type RequestHandler, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'

const scopes = ['alexa::profile:given_name:read', 'alexa::profile:email:read']

const bookTable: RequestHandler = {
  canHandle: ({ requestEnvelope }) =>
    getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'BookTableIntent',
  async handle({ responseBuilder, serviceClientFactory }) {
    const client = serviceClientFactory?.getUpsServiceClient()
    try {
      const [givenName, email] = await Promise.all([client?.getProfileGivenName(), client?.getProfileEmail()])
      return responseBuilder.speak(`Thank you, ${givenName}. I'll write to ${email}.`).getResponse()
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode !== 403) throw error
      return responseBuilder.withAskForPermissionsConsentCard(scopes).getResponse()
    }
  },
}

const skill = SkillBuilders.custom().addRequestHandlers(bookTable).withApiClient(new DefaultApiClient()).create()

export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
