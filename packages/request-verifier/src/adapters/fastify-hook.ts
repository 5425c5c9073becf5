import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { isRejection, type Rejection } from '../rejection.js'
import type { RequestVerifier } from '../request-verifier.js'
import { RequestVerifierError } from '../request-verifier-error.js'
import { answerTo, type RejectionWatcher } from './express-middleware.js'
import { readRawBody } from './read-raw-body.js'

/** The part of Fastify's request that the hook uses. */
export interface FastifyRequestLike {
  readonly headers: IncomingMessage['headers']
  body?: unknown
}

/** The part of Fastify's reply that the hook uses. */
export interface FastifyReplyLike {
  code(status: number): unknown
  header(name: string, value: string): unknown
  send(body: unknown): unknown
}

/** A `preParsing` hook of Fastify. */
export type FastifyPreParsingHook = (
  request: FastifyRequestLike,
  reply: FastifyReplyLike,
  payload: NodeJS.ReadableStream,
) => Promise<unknown>

/**
 * Creates a `preParsing` hook for Fastify 4 and 5, which sees the bytes before any content type parser. A verified
 * request continues with the verified envelope as `request.body`, regardless of the parser. Any other request gets
 * status 400, as Alexa requires, and the reason.
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
      throw new RequestVerifierError(
        'hook-misplaced',
        'createFastifyHook must be used as a preParsing hook. Later hooks do not see the raw body.',
      )
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

/**
 * Ignores the value that Fastify's parser assigns after this hook. A value that a later hook or handler assigns is
 * kept.
 */
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
  // A connection whose body was not read to the end cannot be used again.
  if (rejection.reason === 'body-too-large') reply.header('Connection', 'close')
  reply.code(400)
  reply.send(answerTo(rejection))
  return reply
}
