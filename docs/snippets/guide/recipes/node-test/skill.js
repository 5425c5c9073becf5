const { createAlexaProfile, escapeSsml } = require('@alexa-profile/ask-sdk')
const Alexa = require('ask-sdk-core')

const { requireProfile } = createAlexaProfile({ skillName: 'Table Talk' })

const bookTable = requireProfile(
  { required: ['givenName', 'email'], purpose: 'book your table' },
  {
    canHandle: ({ requestEnvelope }) =>
      Alexa.getRequestType(requestEnvelope) === 'IntentRequest' &&
      Alexa.getIntentName(requestEnvelope) === 'BookTableIntent',
    handle: ({ responseBuilder }, { givenName }) =>
      responseBuilder.speak(`Thank you, ${escapeSsml(givenName)}, your table is booked.`).getResponse(),
  },
)

const skill = Alexa.SkillBuilders.custom().addRequestHandlers(bookTable).create()
exports.handler = async (event, context) => skill.invoke(event, context)
