import type { IncomingMessage, ServerResponse } from 'node:http'
import { isHeard, prompts, type RequestEnvelope, toResponseEnvelope } from '@alexa-profile/core'
import { readEnvelope } from '../turn.js'
import type { AlexaProfileOverloadOptions } from './overload-options.interface.js'
import { tooBusy as usual } from './too-busy.js'

/** Alexa's requests are shorter. Longer ones are not read. */
const mostBytes = 256 * 1024

/** How long to wait for the request's body, and afterwards for the client to read the response. */
const bodyMs = 1000

/** More locales than Alexa has. */
const mostLocales = 100

export type BusyWords = Pick<AlexaProfileOverloadOptions, 'skillName' | 'tooBusy'>

/** Responds to a request that Nest has not seen. */
export type BusyResponse = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Tells the customer, in their language, that the skill is too busy. If the customer would not hear that, responds with
 * status 503, so that Alexa delivers a skill event again.
 *
 * Verifies nothing, because that would use the scarce processor time. Every sender gets the same response.
 */
export function createBusyResponse({ skillName, tooBusy = usual }: BusyWords): BusyResponse {
  const answers = new Map<string, string>()

  function answerIn(locale: string): string {
    const known = answers.get(locale)
    if (known !== undefined) return known
    // Core selects the skill's name for each locale and escapes it for SSML. The sentence names no fields.
    const { tryLater } = prompts(locale, { skillName, prompts: { tryLater: tooBusy } })
    const ssml = `<speak>${tryLater([])}</speak>`
    const envelope = toResponseEnvelope({ outputSpeech: { type: 'SSML', ssml }, shouldEndSession: true })
    const answer = JSON.stringify(envelope)
    if (answers.size < mostLocales) answers.set(locale, answer)
    return answer
  }

  function answerTo(body: Buffer): string | undefined {
    try {
      const envelope = readEnvelope(body)
      return envelope && isHeard(envelope) ? answerIn(localeOf(envelope)) : undefined
    } catch {
      // The skill's own function may throw.
      return undefined
    }
  }

  return (request, response) => {
    const chunks: Buffer[] = []
    let bytes = 0
    let timer = setTimeout(() => {
      response.shouldKeepAlive = false
      writeHead(response, undefined)
      response.flushHeaders()
      // If a connection is closed while data arrives, it is reset, and the response is lost.
      timer = setTimeout(() => response.end(() => response.destroy()), bodyMs)
    }, bodyMs)
    response.once('close', () => clearTimeout(timer))
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= mostBytes) chunks.push(chunk)
    })
    request.once('end', () => {
      clearTimeout(timer)
      const isLate = response.headersSent
      const answer = bytes <= mostBytes && !isLate ? answerTo(Buffer.concat(chunks)) : undefined
      if (!isLate) writeHead(response, answer)
      // A string, which is sent together with the headers.
      response.end(answer)
    })
  }
}

function writeHead(response: ServerResponse, answer: string | undefined): void {
  response.writeHead(answer === undefined ? 503 : 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(answer ?? ''),
  })
}

function localeOf({ request }: RequestEnvelope): string {
  return typeof request.locale === 'string' ? request.locale : 'en-US'
}
