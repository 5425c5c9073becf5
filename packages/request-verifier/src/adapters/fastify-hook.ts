import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { isRejection, type Rejection } from '../rejection.js'
import type { RequestVerifier } from '../request-verifier.js'
import { RequestVerifierError } from '../request-verifier-error.js'
import { answerTo, type RejectionWatcher } from './express-middleware.js'
import { readRawBody } from './read-raw-body.js'

export interface FastifyRequestLike {
  readonly headers: IncomingMessage['headers']
  body?: unknown
}

export interface FastifyReplyLike {
  code(status: number): unknown
  header(name: string, value: string): unknown
  send(body: unknown): unknown
}

export type FastifyPreParsingHook = (
  request: FastifyRequestLike,
  reply: FastifyReplyLike,
  payload: NodeJS.ReadableStream,
) => Promise<unknown>

/**
 * A `preParsing` hook for Fastify 4 and 5: it sees the bytes before any content type parser. A verified request goes
 * on with the verified envelope as `request.body`, no matter what a parser makes of the bytes; any other is answered with
 * status 400, as Alexa demands, and the reason.
 *
 * @throws {RequestVerifierError} (the promise rejects) `hook-misplaced`
 *
 * @example
 * fastify.post('/alexa', { preParsing: createFastifyHook(verifier) }, (request) => skill.invoke(request.body))
 */
export function createFastifyHook(
  verifier: RequestVerifier<unknown>,
  { onRejected }: RejectionWatcher = {},
): FastifyPreParsingHook {
  return async (request, reply, payload) => {
    if (typeof payload?.on !== 'function') {
      throw new RequestVerifierError('hook-misplaced', 'Hook it in as preParsing: only there are the bytes to be had.')
    }
    const rawBody = await readRawBody(payload, request.headers, verifier.maxBodyBytes)
    if (isRejection(rawBody)) return answer(reply, rawBody, onRejected)
    const result = await verifier.verify({ headers: request.headers, rawBody })
    if (result.status !== 'verified') return answer(reply, result, onRejected)
    keepBody(request, result.envelope)
    // Fastify compares this with Content-Length.
    return Object.assign(Readable.from([rawBody]), { receivedEncodedLength: rawBody.length })
  }
}

/** Fastify assigns what its parser gives after this hook; what a hook or handler assigns later counts. */
function keepBody(request: FastifyRequestLike, envelope: unknown): void {
  const property = { configurable: true, enumerable: true }
  Object.defineProperty(request, 'body', {
    ...property,
    get: () => envelope,
    set: () => Object.defineProperty(request, 'body', { ...property, writable: true, value: envelope }),
  })
}

async function answer(
  reply: FastifyReplyLike,
  rejection: Rejection,
  onRejected: RejectionWatcher['onRejected'],
): Promise<unknown> {
  await onRejected?.(rejection)
  // After a body that was not read to its end, the connection is of no more use.
  if (rejection.reason === 'body-too-large') reply.header('Connection', 'close')
  reply.code(400)
  reply.send(answerTo(rejection))
  return reply
}
