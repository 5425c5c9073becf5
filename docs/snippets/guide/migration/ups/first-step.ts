import { ProfileApiClient } from '@alexa-profile/ask-sdk'
import { getIntentName, getRequestType, type RequestHandler, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'

const bookTable: RequestHandler = {
  canHandle: ({ requestEnvelope }) =>
    getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'BookTableIntent',
  async handle({ serviceClientFactory, responseBuilder }) {
    const email = await serviceClientFactory?.getUpsServiceClient().getProfileEmail()
    return responseBuilder.speak(email === undefined ? 'No address.' : 'Booked.').getResponse()
  },
}

// #region first-step
const skill = SkillBuilders.custom()
  .addRequestHandlers(bookTable)
  .withApiClient(new ProfileApiClient()) // was: new DefaultApiClient()
  .create()
// #endregion first-step
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
