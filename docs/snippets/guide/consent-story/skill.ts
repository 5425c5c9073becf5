import { consentHandlers, createAlexaProfile } from '@alexa-profile/ask-sdk'
import { getIntentName, getRequestType, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { allowMails, deleteCustomer, mailConfirmation } from './customers.js'

// #region require
const { requireProfile } = createAlexaProfile({
  skillName: 'Table Talk',
  consent: 'voice', // without this option, the skill asks by card
})

const bookTable = requireProfile(
  { required: ['email'], purpose: 'mail you the confirmation' },
  {
    canHandle: ({ requestEnvelope }) =>
      getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'BookTableIntent',
    async handle(input, { email }) {
      await mailConfirmation(email)
      return input.responseBuilder.speak('Your table is booked, and the confirmation is in your mail.').getResponse()
    },
    declined: (input) =>
      input.responseBuilder.speak('All right, no mail. Your table is booked all the same.').getResponse(),
  },
)
// #endregion require

// #region events
const eventHandlers = consentHandlers({
  onPermissionsChanged: (_, { userId, accepted }) => allowMails(userId, accepted.includes('alexa::profile:email:read')),
  onSkillDisabled: (_, { userId, keepsData }) => (keepsData ? undefined : deleteCustomer(userId)),
})
// #endregion events

const skill = SkillBuilders.custom()
  .addRequestHandlers(bookTable, ...eventHandlers)
  .create()
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
