import { DefaultApiClient, getIntentName, getRequestType, type RequestHandler, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { book } from './booking.js'

// #region before
const permissions = ['alexa::profile:given_name:read', 'alexa::profile:email:read']

const bookTable: RequestHandler = {
  canHandle: ({ requestEnvelope }) =>
    getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'BookTableIntent',
  async handle({ serviceClientFactory, responseBuilder }) {
    if (!serviceClientFactory) throw new Error('withApiClient() was forgotten.')
    const profile = serviceClientFactory.getUpsServiceClient()
    try {
      const givenName = await profile.getProfileGivenName()
      const email = await profile.getProfileEmail()
      await book(email)
      return responseBuilder.speak(`Thank you, ${givenName}, your table is booked.`).getResponse()
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode !== 403) throw error
      return responseBuilder
        .speak('Please let me know your name and email address, in the Alexa app.')
        .withAskForPermissionsConsentCard(permissions)
        .getResponse()
    }
  },
}

const skill = SkillBuilders.custom().addRequestHandlers(bookTable).withApiClient(new DefaultApiClient()).create()
// #endregion before
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
