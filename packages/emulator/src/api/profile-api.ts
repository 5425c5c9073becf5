import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { requestBody } from '../base/request-body.js'
import { pathOf } from '../base/router.js'
import type { Customer, Speaker } from '../customer/customer.js'
import { type ApiResponse, blockedByCdn, json } from './api-response.js'
import { pathOutline } from './path-outline.js'
import { invalidTokenResponse, profileResponse } from './profile-response.js'
import { type ProfileTarget, targetOf } from './profile-target.js'
import { directivesPath, type ProgressiveResponses } from './progressive-responses.js'
import type { RequestLog } from './request-log.js'
import { react } from './situation.js'
import type { MetSituation, SituationList } from './situation-list.js'
import type { TokenStore } from './token-store.js'

export interface ProfileApiParts {
  readonly tokens: Pick<TokenStore<Customer, Speaker>, 'check'>
  readonly situations: Pick<SituationList, 'take'>
  readonly log: Pick<RequestLog, 'begin'>
  readonly progressiveResponses: Pick<ProgressiveResponses, 'receive'>
  readonly declaredScopes: () => ReadonlySet<string>
  readonly reset: (request: IncomingMessage) => void
}

export type ProfileApi = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Longer than any directive that Alexa accepts. */
const maximumDirectiveBytes = 64 * 1024

/**
 * Serves the profile API of customers and speakers, the address and settings of devices, and progressive responses.
 * Responds to every request, and records those that the emulator does not support.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/customer-profile-api-reference.html (read 2026-11-22)
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/person-profile-api-reference.html (read 2026-11-22)
 */
export function createProfileApi({
  tokens,
  situations,
  log,
  declaredScopes,
  reset,
  ...parts
}: ProfileApiParts): ProfileApi {
  const { progressiveResponses } = parts

  function begin(request: IncomingMessage, response: ServerResponse, target?: ProfileTarget, situation?: MetSituation) {
    const token = tokens.check(request.headers.authorization)
    const requestId = randomUUID()
    const entry = log.begin({
      method: request.method ?? 'GET',
      path: pathOf(request),
      ...(target && { field: target.field, level: target.level }),
      ...(situation && { situation: situation.name }),
      requestId,
      token: token.state,
      ...(token.owner && {
        customerId: token.owner.customer.userId,
        envelopeRequestId: token.owner.envelopeRequestId,
      }),
    })
    response.once('close', entry.closed)
    function respondAsCdn({ status, headers, body }: ApiResponse, problem?: string): void {
      entry.responded(status, problem)
      const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body ?? '') }
      response.writeHead(status, { ...headers, ...length }).end(body)
    }
    return {
      token,
      respondAsCdn,
      respond: (sent: ApiResponse, problem?: string) =>
        respondAsCdn({ ...sent, headers: { ...sent.headers, 'x-amzn-requestid': requestId } }, problem),
      takeOver(status?: number): ServerResponse {
        if (status !== undefined) entry.responded(status)
        return response.setHeader('x-amzn-requestid', requestId)
      },
      reset: () => reset(request),
    }
  }

  async function receiveDirective(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { token, respond } = begin(request, response)
    if (request.method !== 'POST') return respond(json(405, { message: 'Use POST.' }, { allow: 'POST' }))
    const body = await requestBody(request, maximumDirectiveBytes)
    const { problem, ...sent } = progressiveResponses.receive(token, body ?? '')
    respond(sent, problem)
  }

  return async (request, response) => {
    const path = pathOf(request)
    const target = targetOf(path)
    // for every path, because the CDN does not look at the path
    if (isRead(request) && carriesBody(request)) return begin(request, response, target).respondAsCdn(blockedByCdn)
    if (path === directivesPath) return receiveDirective(request, response)
    if (target === undefined) {
      const message = `The emulator does not support ${request.method} ${pathOutline(path)}.`
      return begin(request, response).respond(json(404, { code: 'INVALID_URI', message }), message)
    }
    if (request.method !== 'GET') {
      return begin(request, response, target).respond(json(405, { message: 'Use GET.' }, { allow: 'GET' }))
    }
    const situation = situations.take(target)
    const exchange = begin(request, response, target, situation)
    const respondRightly = () => exchange.respond(profileResponse(target, exchange.token, declaredScopes()))
    const rejectToken = () => exchange.respond(invalidTokenResponse(target.field))
    if (situation === undefined) respondRightly()
    else if (await stillConnectedAfter(situation.delayMs, response)) {
      react(situation.name, { ...exchange, respondRightly, rejectToken, retryAfter: situation.retryAfter })
    }
  }
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

function carriesBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** Resolves with false as soon as the client has disconnected. */
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
