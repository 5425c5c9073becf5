import { createAlexaProfile, escapeSsml } from '@alexa-profile/ask-sdk'
import { getIntentName, getRequestType, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import type { Context } from 'aws-lambda'

const { client, requireProfile } = createAlexaProfile()

// Only if Lambda starts functions on demand: then the customer waits while the module loads.
if (process.env.AWS_LAMBDA_INITIALIZATION_TYPE === 'on-demand') client.warm('EU', 1)

const bookTable = requireProfile(
  { required: ['givenName'], purpose: 'book your table' },
  {
    canHandle: ({ requestEnvelope }) =>
      getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'BookTableIntent',
    handle: (input, { givenName }) =>
      input.responseBuilder.speak(`Thank you, ${escapeSsml(givenName)}, your table is booked.`).getResponse(),
  },
)

const skill = SkillBuilders.custom().addRequestHandlers(bookTable).create()
export const handler = async (event: RequestEnvelope, context: Context) => skill.invoke(event, context)
