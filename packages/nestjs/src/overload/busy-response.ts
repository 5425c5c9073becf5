import type { IncomingMessage, ServerResponse } from 'node:http'
import { isHeard, prompts, type RequestEnvelope, toResponseEnvelope } from '@alexa-profile/core'
import { readEnvelope } from '../turn.js'
import type { AlexaProfileOverloadOptions } from './overload-options.interface.js'
import { tooBusy as usual } from './too-busy.js'

/** Alexa's own requests are shorter; what is longer is not read. */
const mostBytes = 256 * 1024

/** So long its body is waited for; and so long after the answer, whoever still sends one has to read it. */
const bodyMs = 1000

/** So many locales have no customer. */
const mostLocales = 100

export type BusyWords = Pick<AlexaProfileOverloadOptions, 'skillName' | 'tooBusy'>

/** Answers a request that nothing has looked at. */
export type BusyResponse = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Tells the customer, in their language, that the skill is too busy now. Where nobody would hear that, the answer is status
 * 503: Alexa then delivers a skill event again.
 *
 * Nothing is verified for it, since that costs what is short. The answer is the same for whoever asks.
 */
export function createBusyResponse({ skillName, tooBusy = usual }: BusyWords): BusyResponse {
  const answers = new Map<string, string>()

  function answerIn(locale: string): string {
    const known = answers.get(locale)
    if (known !== undefined) return known
    // Core knows the skill's name in each locale, and makes it safe for SSML. The sentence is about no fields.
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
      // Words of the skill's own may throw.
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
      // A connection that is closed while something comes in is reset, and the answer lost.
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
      // As text, which goes out together with the headers.
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
