import type { AlexaResponse, RequestEnvelope } from '@alexa-profile/core'
import { type App, Lambda } from 'jovo-framework'

/** The skill's response as Alexa receives it. */
export interface ResponseEnvelope {
  readonly version: string
  readonly response: Omit<AlexaResponse, 'directives'> & { readonly directives?: readonly { readonly type: string }[] }
  readonly sessionAttributes?: Readonly<Record<string, unknown>>
}

export type Invoke = (envelope: RequestEnvelope, context?: object) => Promise<ResponseEnvelope>

/**
 * Calls the app as Lambda does. Jovo's own handler takes a callback, which Lambda rejects on Node 24.
 *
 * @returns a function that rejects if Alexa should send an event again
 */
export function lambdaOf(app: App): Invoke {
  return (envelope, context) =>
    new Promise((resolve, reject) => {
      // The original message stays out of Lambda's log.
      const fail = () => reject(new Error('The event could not be handled.'))
      const answer = (error: Error | null, response?: object) =>
        // Jovo's responses are instances of Jovo classes.
        error ? fail() : resolve(JSON.parse(JSON.stringify(response)))
      app.handle(new Lambda(envelope, context, answer)).catch(fail)
    })
}
