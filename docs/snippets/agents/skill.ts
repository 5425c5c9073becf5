import { acknowledgeEvents, consentHandlers, createAlexaProfile, escapeSsml } from '@alexa-profile/ask-sdk'
import { type ErrorHandler, getIntentName, getRequestType, type RequestHandler, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { book } from './book.js'

const { requireProfile } = createAlexaProfile({ skillName: 'Table Talk', consent: 'voice' })

const isIntent = (envelope: RequestEnvelope, ...names: string[]) =>
  getRequestType(envelope) === 'IntentRequest' && names.includes(getIntentName(envelope))

const launch: RequestHandler = {
  canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'LaunchRequest',
  handle: ({ responseBuilder }) =>
    responseBuilder.speak('Welcome to Table Talk. Say: book a table.').reprompt('Say: book a table.').getResponse(),
}

const bookTable = requireProfile(
  { required: ['givenName', 'email'], optional: ['mobileNumber'], purpose: 'book your table' },
  {
    canHandle: ({ requestEnvelope }) => isIntent(requestEnvelope, 'BookTableIntent'),
    async handle({ responseBuilder }, { givenName, email, mobileNumber }) {
      await book(email, mobileNumber?.phoneNumber)
      return responseBuilder.speak(`Thank you, ${escapeSsml(givenName)}, your table is booked.`).getResponse()
    },
    declined: ({ responseBuilder }) =>
      responseBuilder.speak('All right. Without your email address, please call the restaurant.').getResponse(),
    otherwise: (_, decision, respond) => {
      if (decision.action === 'try-later') process.emitWarning('The profile API did not answer in time.')
      return respond()
    },
  },
)

const help: RequestHandler = {
  canHandle: ({ requestEnvelope }) => isIntent(requestEnvelope, 'AMAZON.HelpIntent', 'AMAZON.FallbackIntent'),
  handle: ({ responseBuilder }) =>
    responseBuilder.speak('I can book a table. Say: book a table.').reprompt('Say: book a table.').getResponse(),
}

const goodbye: RequestHandler = {
  canHandle: ({ requestEnvelope }) => isIntent(requestEnvelope, 'AMAZON.StopIntent', 'AMAZON.CancelIntent'),
  handle: ({ responseBuilder }) => responseBuilder.speak('Goodbye.').getResponse(),
}

const sessionEnded: RequestHandler = {
  canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'SessionEndedRequest',
  handle: ({ responseBuilder }) => responseBuilder.getResponse(),
}

const somethingFailed: ErrorHandler = {
  canHandle: () => true,
  handle(input, error) {
    if (input.requestEnvelope.session === undefined) throw error // an event, which Alexa then delivers again
    process.emitWarning(error)
    return input.responseBuilder.speak('Sorry, that did not work. Please try again.').getResponse()
  },
}

const skill = SkillBuilders.custom()
  .addRequestHandlers(launch, bookTable, help, goodbye, sessionEnded, ...consentHandlers(), acknowledgeEvents())
  .addErrorHandlers(somethingFailed)
  .create()
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
