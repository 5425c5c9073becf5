import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fieldPaths, type ProfileField, type ProfileLevel, profileFields, scopeOf } from '@alexa-profile/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Account, Speaker } from '../customer/customer.js'
import { personIdScope } from '../skill/manifest.js'
import { type ApiAnswer, cdnRefusal, invalidToken, json } from './api-answer.js'
import type { RequestLog } from './request-log.js'
import { react } from './situation.js'
import type { MetSituation, SituationList } from './situation-list.js'
import type { TokenCheck, TokenStore } from './token-store.js'

export interface ProfileApiParts {
  readonly tokens: Pick<TokenStore<Account, Speaker>, 'check'>
  readonly situations: Pick<SituationList, 'take'>
  readonly log: Pick<RequestLog, 'begin'>
  readonly declaredScopes: () => ReadonlySet<string>
  readonly reset: (request: IncomingMessage) => void
}

interface Target {
  readonly level: ProfileLevel
  readonly field: ProfileField
}

/**
 * The customer and the speaker profile API on a server.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/customer-profile-api-reference.html (read 2026-11-22)
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/person-profile-api-reference.html (read 2026-11-22)
 */
export function addProfileApi(server: FastifyInstance, parts: ProfileApiParts): void {
  const { declaredScopes, tokens } = parts
  const targets = new Map<string, Target>()
  for (const level of ['customer', 'speaker'] as const) {
    const paths: Partial<Record<ProfileField, string>> = fieldPaths[level]
    for (const field of profileFields) {
      const path = paths[field]
      if (path !== undefined) targets.set(path, { level, field })
    }
  }

  // before any route, because a CDN looks at no path; and before Fastify reads a body
  server.addHook('onRequest', async (request, reply) => {
    if (!carriesBody(request)) return
    begin(request, reply).answerAsCdn(cdnRefusal)
    return reply
  })
  for (const [path, target] of targets) {
    server.get(path, async (request, reply) => {
      const situation = parts.situations.take(target)
      const exchange = begin(request, reply, situation)
      const answerRightly = () => exchange.answer(rightAnswer(target, exchange.token, declaredScopes()))
      if (situation === undefined) {
        answerRightly()
      } else if (await stillConnectedAfter(situation.delayMs, reply.raw)) {
        react(situation.name, { ...exchange, answerRightly, retryAfter: situation.retryAfter })
      } else {
        reply.hijack()
      }
      return reply
    })
  }
  server.setNotFoundHandler((request, reply) => {
    const { answer } = begin(request, reply)
    if (!targets.has(pathOf(request))) answer(json(404, { code: 'INVALID_URI', message: 'There is no such resource.' }))
    else answer(json(405, { message: 'Use GET.' }, { allow: 'GET' }))
  })

  function begin(request: FastifyRequest, reply: FastifyReply, situation?: MetSituation) {
    const token = tokens.check(request.headers.authorization)
    const requestId = randomUUID()
    const entry = parts.log.begin({
      method: request.method,
      path: pathOf(request),
      ...targets.get(pathOf(request)),
      ...(situation && { situation: situation.name }),
      requestId,
      token: token.state,
      ...(token.owner && {
        customerId: token.owner.customer.userId,
        envelopeRequestId: token.owner.envelopeRequestId,
      }),
    })
    reply.raw.once('close', entry.closed)
    function answerAsCdn({ status, headers = {}, body }: ApiAnswer): void {
      entry.answered(status)
      // bytes, because Fastify adds a charset to the content type of a text, which Alexa does not
      reply
        .code(status)
        .headers(headers)
        .send(body && Buffer.from(body))
    }
    return {
      token,
      answerAsCdn,
      answer: (answer: ApiAnswer) =>
        answerAsCdn({ ...answer, headers: { ...answer.headers, 'x-amzn-requestid': requestId } }),
      takeOver(status?: number): ServerResponse {
        if (status !== undefined) entry.answered(status)
        reply.hijack()
        return reply.raw.setHeader('x-amzn-requestid', requestId)
      },
      reset: () => parts.reset(request.raw),
    }
  }
}

/**
 * Token, then manifest, then consent, then value. The two reasons for a 403 are texts that were seen in real answers.
 *
 * @see https://github.com/jovotech/jovo-framework/blob/16f8c4d/platforms/platform-alexa/src/api/CustomerProfileApi.ts (read 2026-11-22)
 */
function rightAnswer(
  { level, field }: Target,
  { state, owner }: TokenCheck<Account, Speaker>,
  declared: ReadonlySet<string>,
): ApiAnswer {
  if (state !== 'valid' || owner === undefined) return invalidToken
  const record: Pick<Account, 'granted' | 'data'> | undefined = level === 'customer' ? owner.customer : owner.speaker
  const scope = scopeOf[field]
  if (record === undefined || !declared.has(scope) || (level === 'speaker' && !declared.has(personIdScope))) {
    return accessDenied('FORBIDDEN')
  }
  if (!record.granted.has(scope)) return accessDenied('ACCESS_NOT_REQUESTED')
  const value = record.data[field]
  return value === undefined ? { status: 204 } : json(200, value)
}

function accessDenied(reason: 'FORBIDDEN' | 'ACCESS_NOT_REQUESTED'): ApiAnswer {
  return json(403, { code: 'ACCESS_DENIED', message: `Access denied with reason: ${reason}` })
}

function carriesBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? url
}

/** Resolves with false as soon as the client has gone. */
async function stillConnectedAfter(delayMs: number, response: ServerResponse): Promise<boolean> {
  if (delayMs === 0) return true
  return new Promise((resolve) => {
    const leave = () => {
      clearTimeout(timer)
      resolve(false)
    }
    const timer = setTimeout(() => {
      response.off('close', leave)
      resolve(true)
    }, delayMs)
    response.once('close', leave)
  })
}
