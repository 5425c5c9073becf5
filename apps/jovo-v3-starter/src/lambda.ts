import type { AlexaResponse, RequestEnvelope } from '@alexa-profile/core'
import { type App, Lambda } from 'jovo-framework'

/** What the skill answers, as Alexa gets it. */
export interface ResponseEnvelope {
  readonly version: string
  readonly response: Omit<AlexaResponse, 'directives'> & { readonly directives?: readonly { readonly type: string }[] }
  readonly sessionAttributes?: Readonly<Record<string, unknown>>
}

export type Invoke = (envelope: RequestEnvelope, context?: object) => Promise<ResponseEnvelope>

/**
 * Calls the app as Lambda does. Jovo's own way takes a callback, which Lambda's Node 24 refuses.
 *
 * @returns a function that rejects where Alexa is to send an event again
 */
export function lambdaOf(app: App): Invoke {
  return (envelope, context) =>
    new Promise((resolve, reject) => {
      // The error's own message stays out of Lambda's log.
      const fail = () => reject(new Error('The event could not be handled.'))
      const answer = (error: Error | null, response?: object) =>
        // Jovo answers with objects of its own classes.
        error ? fail() : resolve(JSON.parse(JSON.stringify(response)))
      app.handle(new Lambda(envelope, context, answer)).catch(fail)
    })
}
