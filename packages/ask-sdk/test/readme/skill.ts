import { createAlexaProfile, escapeSsml } from '@alexa-profile/ask-sdk'
import { getIntentName, getRequestType, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { book } from './book.js'

const { requireProfile } = createAlexaProfile({ skillName: 'Table Talk' })

const bookTable = requireProfile(
  { required: ['givenName', 'email'], optional: ['mobileNumber'], purpose: 'book your table' },
  {
    canHandle: ({ requestEnvelope }) =>
      getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'BookTableIntent',
    async handle(input, { givenName, email, mobileNumber }) {
      await book(email, mobileNumber?.phoneNumber)
      return input.responseBuilder.speak(`Thank you, ${escapeSsml(givenName)}, your table is booked.`).getResponse()
    },
  },
)

const skill = SkillBuilders.custom().addRequestHandlers(bookTable).create()
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
