import { type AnyObject, type App, type Headers, type QueryParams, Server } from '@jovotech/framework'
import type { AlexaResponse } from '@jovotech/platform-alexa'

/** One request of Lambda's, in the place of `@jovotech/server-lambda`, which wants an older framework. */
class LambdaServer extends Server {
  constructor(
    private readonly event: object,
    /** Read by `@alexa-profile/jovo`, which fits its work into the time that is left. */
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

  /** Alexa delivers an event again that fails. The error's own message stays out of Lambda's log. */
  override fail(): void {
    this.refuse(new Error('The event could not be handled.'))
  }
}

export type Invoke = (envelope: object, context?: unknown) => Promise<AlexaResponse>

/** The app as a function, as AWS Lambda calls it. */
export function invokerOf(app: App): Invoke {
  let initialized: Promise<void> | undefined
  return async (envelope, context) => {
    initialized ??= app.initialize()
    await initialized
    const response = await new Promise((resolve, reject) => {
      app.handle(new LambdaServer(envelope, context, resolve, reject)).catch(reject)
    })
    // Jovo's classes and unset members would not survive the way to Alexa either.
    return JSON.parse(JSON.stringify(response))
  }
}
