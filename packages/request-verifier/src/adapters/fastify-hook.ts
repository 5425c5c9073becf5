import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { isRejection, type Rejection } from '../rejection.js'
import type { RequestVerifier } from '../request-verifier.js'
import { RequestVerifierError } from '../request-verifier-error.js'
import type { RejectionWatcher } from './express-middleware.js'
import { readRawBody } from './read-raw-body.js'

export interface FastifyRequestLike {
  readonly headers: IncomingMessage['headers']
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
 * on to the parser with the same bytes; any other is answered with status 400, as Alexa demands, and the reason.
 *
 * @throws {RequestVerifierError} (the promise rejects) `hook-misplaced`, `body-not-raw`
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
    // Fastify compares this with Content-Length.
    return Object.assign(Readable.from([rawBody]), { receivedEncodedLength: rawBody.length })
  }
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
  reply.send({ reason: rejection.reason })
  return reply
}
