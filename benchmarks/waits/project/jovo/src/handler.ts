import { Server } from '@jovotech/framework'
import { app } from './app'

/** Handles a request without a server, as on AWS Lambda. */
class InProcess extends Server {
  constructor(
    private readonly event: never,
    private readonly respond: (response: unknown) => void,
    readonly fail: (error: Error) => void,
  ) {
    super()
  }
  hasWriteFileAccess = () => false
  getQueryParams = () => ({})
  getRequestHeaders = () => ({})
  getNativeRequestHeaders = () => ({})
  getRequestObject = () => this.event
  setResponseHeaders = () => undefined
  setResponse = async (response: unknown) => this.respond(response)
}

const initialized = app.initialize()

export async function handler(event: never): Promise<unknown> {
  await initialized
  return new Promise((resolve, reject) => {
    app.handle(new InProcess(event, resolve, reject)).catch(reject)
  })
}
