import type { IncomingMessage, ServerResponse } from 'node:http'
import { types } from 'node:util'
import type { Rejection } from '../rejection.js'
import type { RequestVerifier } from '../request-verifier.js'
import { readRawBody } from './read-raw-body.js'

/** What both adapters can be told. */
export interface RejectionWatcher {
  /**
   * Is called with each rejection, for the log, and awaited. Default: only the sender gets the reason.
   */
  readonly onRejected?: ((rejection: Rejection) => unknown) | undefined
}

export type ConnectMiddleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void

/** Express and others add a parsed `body`, and some platforms a `rawBody`. `_body` keeps Express 4's parsers from a body. */
type ConnectRequest = IncomingMessage & { body?: unknown; rawBody?: unknown; _body?: boolean }

/**
 * Middleware for Express, Connect and whatever takes `(request, response, next)`. Goes before any body parser. A
 * verified request goes on with the verified envelope as `request.body`; any other is answered with status 400, as Alexa
 * demands, and the reason. What `onRejected` throws goes to `next`.
 *
 * @example
 * app.post('/alexa', createExpressMiddleware(verifier), async (request, response, next) => {
 *   try {
 *     response.json(await skill.invoke(request.body))
 *   } catch (error) {
 *     next(error) // Express 5 does so by itself; without it, an error ends a process with Express 4
 *   }
 * })
 */
export function createExpressMiddleware(
  verifier: RequestVerifier<unknown>,
  { onRejected }: RejectionWatcher = {},
): ConnectMiddleware {
  async function handle(request: ConnectRequest, response: ServerResponse): Promise<boolean> {
    const rawBody = await rawBodyOf(request, verifier.maxBodyBytes)
    const result = isBytes(rawBody) ? await verifier.verify({ headers: request.headers, rawBody }) : rawBody
    if (result.status === 'verified') {
      request.body = result.envelope
      request._body = true
      return true
    }
    await onRejected?.(result)
    // A timeout of the server's may have answered meanwhile.
    if (response.headersSent) return false
    // After a body that was not read to its end, the connection is of no more use.
    if (result.reason === 'body-too-large') response.setHeader('Connection', 'close')
    response.statusCode = 400
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(answerTo(result)))
    return false
  }

  return (request, response, next) => {
    handle(request, response).then((verified) => verified && next(), next)
  }
}

/** For the sender, who is a stranger as a rule. A developer whose server is set up wrongly is told what to change. */
export function answerTo({ reason, message }: Rejection): { reason: string; message?: string } {
  return reason === 'body-not-raw' ? { reason, message } : { reason }
}

function isBytes(body: unknown): body is Uint8Array | string {
  return typeof body === 'string' || types.isUint8Array(body)
}

/** As captured by the platform (Google Cloud Functions, Nest's `rawBody: true`), by `express.raw()`, or read here. */
function rawBodyOf(
  request: ConnectRequest,
  maxBodyBytes: number,
): Uint8Array | string | Rejection | Promise<Buffer | Rejection> {
  if (isBytes(request.rawBody)) return request.rawBody
  if (isBytes(request.body)) return request.body
  return readRawBody(request, request.headers, maxBodyBytes)
}
