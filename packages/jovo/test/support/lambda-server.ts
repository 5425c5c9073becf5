import { type App, type Headers, type QueryParams, Server, type ServerResponse } from '@jovotech/framework'

/** Replaces `@jovotech/server-lambda`, which cannot be installed together with the current framework. */
class LambdaServer extends Server {
  constructor(
    private readonly event: object,
    readonly context: unknown,
    private readonly answer: (response: ServerResponse) => void,
    readonly fail: (error: Error) => void,
  ) {
    super()
  }
  hasWriteFileAccess = () => false
  getRequestObject = () => this.event
  getQueryParams = (): QueryParams => ({})
  getNativeRequestHeaders = (): Headers => ({})
  setResponseHeaders = () => {}
  setResponse = async (response: ServerResponse) => this.answer(response)
}

/** The Lambda function of an app. Its responses are converted to JSON and back, as on Lambda. */
export function lambdaOf(app: App): (envelope: object, context?: unknown) => Promise<unknown> {
  let initialized: Promise<void> | undefined
  return async (envelope, context) => {
    initialized ??= app.initialize()
    await initialized
    const response = await new Promise((resolve, reject) => {
      void app.handle(new LambdaServer(envelope, context, resolve, reject))
    })
    return JSON.parse(JSON.stringify(response))
  }
}
