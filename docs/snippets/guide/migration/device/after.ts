import { createAlexaProfile, escapeSsml } from '@alexa-profile/ask-sdk'
import { getIntentName, getRequestType, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'

// #region after
const { requireProfile } = createAlexaProfile({ skillName: 'Table Talk' })

const deliver = requireProfile(
  { required: ['address'], optional: ['timeZone'], purpose: 'deliver your order' },
  {
    canHandle: ({ requestEnvelope }) =>
      getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'DeliverIntent',
    handle({ requestEnvelope, responseBuilder }, { address, timeZone = 'UTC' }) {
      const time = new Date(requestEnvelope.request.timestamp).toLocaleTimeString('en-US', { timeZone })
      const place = escapeSsml(address.city ?? 'you')
      return responseBuilder.speak(`It is ${time}. We deliver to ${place} within an hour.`).getResponse()
    },
  },
)

const skill = SkillBuilders.custom().addRequestHandlers(deliver).create()
// #endregion after
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
