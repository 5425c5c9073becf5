import type { IncomingMessage, ServerResponse } from 'node:http'
import { types } from 'node:util'
import type { Rejection } from '../rejection.js'
import type { RequestVerifier } from '../request-verifier.js'
import { readRawBody } from './read-raw-body.js'

/** Options of `createExpressMiddleware` and `createFastifyHook`. */
export interface RejectionWatcher {
  /** Called with each rejection, for your log, and awaited. Default: only the sender gets the reason. */
  readonly onRejected?: ((rejection: Rejection) => unknown) | undefined
}

/** Middleware with the parameters `(request, response, next)`. */
export type ConnectMiddleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void

/**
 * Express adds a parsed `body`, and some platforms add a `rawBody`. `_body` keeps Express 4's parsers from reading the
 * body.
 */
type ConnectRequest = IncomingMessage & { body?: unknown; rawBody?: unknown; _body?: boolean }

/**
 * Creates middleware for Express, Connect and other servers with `(request, response, next)`. Use it before any body
 * parser. A verified request continues with the verified envelope as `request.body`. Any other request gets status 400,
 * as Alexa requires, and the reason. Errors of `onRejected` go to `next`.
 *
 * @example
 * app.post('/alexa', createExpressMiddleware(verifier), async (request, response, next) => {
 *   try {
 *     response.json(await skill.invoke(request.body))
 *   } catch (error) {
 *     next(error) // Express 5 does this itself; in Express 4, the error would end the process
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
    // The server's timeout may have responded already.
    if (response.headersSent) return false
    // A connection whose body was not read to the end cannot be used again.
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

/**
 * The body of a rejection, for a sender that is usually a stranger. If the server is not set up correctly, it tells the
 * developer what to change.
 */
export function answerTo({ reason, message }: Rejection): { reason: string; message?: string } {
  return reason === 'body-not-raw' ? { reason, message } : { reason }
}

function isBytes(body: unknown): body is Uint8Array | string {
  return typeof body === 'string' || types.isUint8Array(body)
}

/**
 * The raw body as the platform captured it (Google Cloud Functions, Nest's `rawBody: true`), from `express.raw()`, or
 * read here.
 */
function rawBodyOf(
  request: ConnectRequest,
  maxBodyBytes: number,
): Uint8Array | string | Rejection | Promise<Buffer | Rejection> {
  if (isBytes(request.rawBody)) return request.rawBody
  if (isBytes(request.body)) return request.body
  return readRawBody(request, request.headers, maxBodyBytes)
}
