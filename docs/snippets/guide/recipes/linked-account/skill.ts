import { createAlexaProfile, escapeSsml } from '@alexa-profile/ask-sdk'
import {
  getAccountLinkingAccessToken,
  getIntentName,
  getRequestType,
  type HandlerInput,
  SkillBuilders,
} from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { latestOrder, sendMail } from './shop.js'

const { requireProfile } = createAlexaProfile({ skillName: 'Flower Shop' })

const isTrackOrder = ({ requestEnvelope }: HandlerInput) =>
  getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'TrackOrderIntent'

// #region link
const linkFirst = {
  canHandle: (input: HandlerInput) => isTrackOrder(input) && !getAccountLinkingAccessToken(input.requestEnvelope),
  handle: ({ responseBuilder }: HandlerInput) =>
    responseBuilder
      .speak('To see your orders, please link your Flower Shop account in the Alexa app.')
      .withLinkAccountCard()
      .getResponse(),
}
// #endregion link

// #region consent
const trackOrder = requireProfile(
  { required: ['email'], purpose: 'mail you the tracking link' },
  {
    canHandle: isTrackOrder,
    async handle({ requestEnvelope, responseBuilder }, { email }) {
      const order = await latestOrder(getAccountLinkingAccessToken(requestEnvelope))
      if (order === undefined) return responseBuilder.speak('You have no orders.').getResponse()
      await sendMail(email, `Follow ${order} here.`)
      return responseBuilder.speak(`The link for ${escapeSsml(order)} is in your mail.`).getResponse()
    },
  },
)

const skill = SkillBuilders.custom().addRequestHandlers(linkFirst, trackOrder).create()
// #endregion consent
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
