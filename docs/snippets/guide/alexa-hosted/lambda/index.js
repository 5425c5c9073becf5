const Alexa = require('ask-sdk-core')
const messages = require('./messages')
const { persistenceAdapter } = require('./persistence')

const PERMISSIONS = ['alexa::profile:email:read']

const LaunchRequestHandler = {
  canHandle(handlerInput) {
    return Alexa.getRequestType(handlerInput.requestEnvelope) === 'LaunchRequest'
  },
  async handle({ attributesManager, responseBuilder }) {
    const { visits = 0 } = await attributesManager.getPersistentAttributes()
    attributesManager.setPersistentAttributes({ visits: visits + 1 })
    await attributesManager.savePersistentAttributes()
    return responseBuilder
      .speak(visits > 0 ? messages.welcomeBack : messages.welcome)
      .reprompt(messages.help)
      .getResponse()
  },
}

const NewsletterIntentHandler = {
  canHandle(handlerInput) {
    return (
      Alexa.getRequestType(handlerInput.requestEnvelope) === 'IntentRequest' &&
      Alexa.getIntentName(handlerInput.requestEnvelope) === 'NewsletterIntent'
    )
  },
  async handle(handlerInput) {
    const { serviceClientFactory, responseBuilder } = handlerInput
    try {
      const email = await serviceClientFactory.getUpsServiceClient().getProfileEmail()
      return responseBuilder.speak(email ? messages.sent : messages.noAddress).getResponse()
    } catch (error) {
      if (error.statusCode !== 403) throw error
      return responseBuilder.speak(messages.noPermission).withAskForPermissionsConsentCard(PERMISSIONS).getResponse()
    }
  },
}

const HelpIntentHandler = {
  canHandle(handlerInput) {
    return (
      Alexa.getRequestType(handlerInput.requestEnvelope) === 'IntentRequest' &&
      Alexa.getIntentName(handlerInput.requestEnvelope) === 'AMAZON.HelpIntent'
    )
  },
  handle(handlerInput) {
    return handlerInput.responseBuilder.speak(messages.help).reprompt(messages.help).getResponse()
  },
}

const StopIntentHandler = {
  canHandle(handlerInput) {
    return (
      Alexa.getRequestType(handlerInput.requestEnvelope) === 'IntentRequest' &&
      ['AMAZON.CancelIntent', 'AMAZON.StopIntent'].includes(Alexa.getIntentName(handlerInput.requestEnvelope))
    )
  },
  handle(handlerInput) {
    return handlerInput.responseBuilder.speak(messages.goodbye).getResponse()
  },
}

const SessionEndedRequestHandler = {
  canHandle(handlerInput) {
    return Alexa.getRequestType(handlerInput.requestEnvelope) === 'SessionEndedRequest'
  },
  handle(handlerInput) {
    return handlerInput.responseBuilder.getResponse()
  },
}

const ErrorHandler = {
  canHandle() {
    return true
  },
  handle(handlerInput) {
    return handlerInput.responseBuilder.speak(messages.error).reprompt(messages.help).getResponse()
  },
}

exports.handler = Alexa.SkillBuilders.custom()
  .addRequestHandlers(
    LaunchRequestHandler,
    NewsletterIntentHandler,
    HelpIntentHandler,
    StopIntentHandler,
    SessionEndedRequestHandler,
  )
  .addErrorHandlers(ErrorHandler)
  .withPersistenceAdapter(persistenceAdapter())
  .withApiClient(new Alexa.DefaultApiClient())
  .lambda()
