import { createAlexaProfile } from '@alexa-profile/ask-sdk'
import { getIntentName, getRequestType, type RequestHandler, SkillBuilders } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import { hasHeardNews, sendRecipe, wasLinked } from './customers.js'

const { requireProfile } = createAlexaProfile({
  skillName: 'Recipe Box',
})

// #region news
const news =
  'There is something new: Recipe Box no longer needs your account to be linked. ' +
  'To mail you a recipe, it asks Alexa for your email address, and only if you agree.'

const welcome: RequestHandler = {
  canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'LaunchRequest',
  async handle({ requestEnvelope, responseBuilder }) {
    const { userId } = requestEnvelope.context.System.user
    const isNews = (await wasLinked(userId)) && !(await hasHeardNews(userId))
    const question = 'Which recipe would you like?'
    return responseBuilder
      .speak(isNews ? `${news} ${question}` : question)
      .reprompt(question)
      .getResponse()
  },
}
// #endregion news

// #region instead
const mailRecipe = requireProfile(
  { required: ['email'], purpose: 'mail you the recipe' },
  {
    canHandle: ({ requestEnvelope }) =>
      getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'MailRecipeIntent',
    async handle(input, { email }) {
      await sendRecipe(email)
      return input.responseBuilder.speak('The recipe is in your mail.').getResponse()
    },
  },
)
// #endregion instead

const skill = SkillBuilders.custom().addRequestHandlers(welcome, mailRecipe).create()
export const handler = async (event: RequestEnvelope, context: unknown) => skill.invoke(event, context)
