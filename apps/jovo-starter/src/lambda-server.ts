import { type AnyObject, type App, type Headers, type QueryParams, Server } from '@jovotech/framework'
import type { AlexaResponse } from '@jovotech/platform-alexa'

/** Passes one Lambda request to Jovo, in place of `@jovotech/server-lambda`, which requires an older framework. */
class LambdaServer extends Server {
  constructor(
    private readonly event: object,
    /** `@alexa-profile/jovo` reads it to know how much time is left. */
    readonly context: unknown,
    private readonly answer: (response: AnyObject) => void,
    private readonly refuse: (error: Error) => void,
  ) {
    super()
  }

  override hasWriteFileAccess(): boolean {
    return false
  }

  override getRequestObject(): AnyObject {
    return this.event
  }

  override getQueryParams(): QueryParams {
    return {}
  }

  override getNativeRequestHeaders(): Headers {
    return {}
  }

  override setResponseHeaders(): void {}

  override async setResponse(response: AnyObject): Promise<void> {
    this.answer(response)
  }

  /** Alexa delivers a failed event again. The original message stays out of Lambda's log. */
  override fail(): void {
    this.refuse(new Error('The event could not be handled.'))
  }
}

export type Invoke = (envelope: object, context?: unknown) => Promise<AlexaResponse>

/** Returns the app as a function that AWS Lambda can call. */
export function invokerOf(app: App): Invoke {
  let initialized: Promise<void> | undefined
  return async (envelope, context) => {
    initialized ??= app.initialize()
    await initialized
    const response = await new Promise((resolve, reject) => {
      app.handle(new LambdaServer(envelope, context, resolve, reject)).catch(reject)
    })
    // Plain JSON, as Alexa receives it: without Jovo's classes and undefined members.
    return JSON.parse(JSON.stringify(response))
  }
}
