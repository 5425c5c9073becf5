import {
  DefaultApiClient,
  getDeviceId,
  getIntentName,
  getRequestType,
  type RequestHandler,
  SkillBuilders,
} from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'

// #region before
const permissions = ['read::alexa:device:all:address']

const deliver: RequestHandler = {
  canHandle: ({ requestEnvelope }) =>
    getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'DeliverIntent',
  async handle({ requestEnvelope, serviceClientFactory, responseBuilder }) {
    if (!serviceClientFactory) throw new Error('withApiClient() was forgotten.')
    const deviceId = getDeviceId(requestEnvelope)
    try {
      const address = await serviceClientFactory.getDeviceAddressServiceClient().getFullAddress(deviceId)
      const timeZone = await serviceClientFactory.getUpsServiceClient().getSystemTimeZone(deviceId)
      const time = new Date(requestEnvelope.request.timestamp).toLocaleTimeString('en-US', { timeZone })
      return responseBuilder.speak(`It is ${time}. We deliver to ${address.city} within an hour.`).getResponse()
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode !== 403) throw error
      return responseBuilder
        .speak('Please let me know your address, in the Alexa app.')
        .withAskForPermissionsConsentCard(permissions)
        .getResponse()
    }
  },
}

const skill = SkillBuilders.custom().addRequestHandlers(deliver).withApiClient(new DefaultApiClient()).create()
// #endregion before
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
