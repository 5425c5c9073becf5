import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import { getIntentName, getRequestType } from 'ask-sdk-core'
import type { RequestEnvelope } from 'ask-sdk-model'
import type { Context } from 'aws-lambda'
import { skill } from './skill.js'

const logger = new Logger({ serviceName: 'table-talk' })

export const handler = middy(async (event: RequestEnvelope, context: Context) => {
  const response = await skill.invoke(event, context)
  logger.info('turn', turnForLog(event, response.response.card?.type))
  return response
}).use(injectLambdaContext(logger, { logEvent: false })) // false also when POWERTOOLS_LOGGER_LOG_EVENT is set

/** What may be logged of a turn: no slots, no ids of the customer or the device, and no tokens. */
function turnForLog(envelope: RequestEnvelope, card: string | undefined) {
  const type = getRequestType(envelope)
  return {
    alexaRequestId: envelope.request.requestId,
    type,
    ...(type === 'IntentRequest' && { intent: getIntentName(envelope) }),
    locale: 'locale' in envelope.request ? envelope.request.locale : undefined,
    card,
  }
}
