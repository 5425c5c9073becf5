import { gzipSync } from 'node:zlib'

/**
 * How a connection continues after the fault's bytes: `reset` RST · `end` an orderly close · `cut` FIN without TLS's own
 * close · `silence` · `drip` the rest of a correct response, one byte per second · `garbage` random bytes · `flood` the last
 * bytes, endlessly · `go-on` without a fault.
 *
 * @typedef {'reset' | 'end' | 'cut' | 'silence' | 'drip' | 'garbage' | 'flood' | 'go-on'} Ending
 */

/**
 * Where the fault occurs: `listen` the port is closed · `accept` a new connection · `handshake` after a number of bytes of
 * the server's part of the TLS handshake · `idle` before a request · `answer` instead of the response.
 *
 * @typedef {object} Fault
 * @property {string} point for the table
 * @property {string} name
 * @property {'listen' | 'accept' | 'handshake' | 'idle' | 'answer'} at
 * @property {number} [afterBytes] with `handshake`
 * @property {(body: string) => string | Buffer} [send]
 * @property {(body: string) => string} [rest] what `drip` goes on with, or `flood` repeats
 * @property {Ending} ending
 * @property {boolean} [onlyKept] whether it makes sense only on connections that were used before
 */

const json = 'Content-Type: application/json\r\nX-Amzn-RequestId: request-1\r\n'

/** @param {string} body */
const rightAnswer = (body) => `HTTP/1.1 200 OK\r\n${json}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

/** @param {string} answer */
const bodyAt = (answer) => answer.indexOf('\r\n\r\n') + 4

/** @type {Record<string, (answer: string) => number>} */
const cutPoints = {
  'after the request': () => 0,
  'in the status line': () => 'HTTP/1.1 '.length,
  'after the status line': (answer) => answer.indexOf('\r\n') + 2,
  'in the headers': (answer) => answer.indexOf('Content-Length') + 3,
  'after the headers': bodyAt,
  'in the middle of the body': (answer) => Math.floor((bodyAt(answer) + answer.length) / 2),
  'before the last byte': (answer) => answer.length - 1,
}

/** @type {readonly Ending[]} */
const answerEndings = ['reset', 'end', 'cut', 'silence', 'drip', 'garbage']
/** @type {readonly Ending[]} */
const handshakeEndings = ['reset', 'end', 'silence', 'drip', 'garbage']

/** @type {readonly Fault[]} */
const beforeTheAnswer = [
  { point: 'before connect', name: 'refuse', at: 'listen', ending: 'go-on' },
  ...handshakeEndings
    .filter((ending) => ending !== 'drip')
    .map((ending) => /** @type {Fault} */ ({ point: 'on connect', name: ending, at: 'accept', ending })),
  ...Object.entries({ 'in TLS, first byte': 0, 'in TLS, third byte': 3, 'in TLS, certificate': 600 }).flatMap(
    ([point, afterBytes]) =>
      handshakeEndings.map(
        (ending) => /** @type {Fault} */ ({ point, name: ending, at: 'handshake', afterBytes, ending }),
      ),
  ),
]

/** @type {readonly Fault[]} */
const brokenAnswers = Object.entries(cutPoints).flatMap(([point, cut]) =>
  answerEndings.map((ending) => ({
    point,
    name: ending,
    at: /** @type {const} */ ('answer'),
    send: (/** @type {string} */ body) => rightAnswer(body).slice(0, cut(rightAnswer(body))),
    rest: (/** @type {string} */ body) => rightAnswer(body).slice(cut(rightAnswer(body))),
    ending,
  })),
)

/**
 * @param {string} point
 * @param {Record<string, [send: (body: string) => string | Buffer, ending?: Ending, repeat?: string]>} answers
 * @returns {Fault[]}
 */
function answersWith(point, answers) {
  return Object.entries(answers).map(([name, [send, ending = 'go-on', repeat = '']]) => {
    return { point, name, at: 'answer', send, rest: () => repeat, ending }
  })
}

const ok = 'HTTP/1.1 200 OK\r\n'
const chunked = `${ok}${json}Transfer-Encoding: chunked\r\n\r\n`
const foreign = '"value of another customer"'
/** @param {string} body */
const length = (body) => Buffer.byteLength(body)

const lies = [
  ...answersWith('size', {
    'a header of 15 kB': [(body) => rightAnswer(body).replace('X-Amzn', `X-Long: ${'a'.repeat(15_000)}\r\nX-Amzn`)],
    'a header of 1 MB': [(body) => rightAnswer(body).replace('X-Amzn', `X-Long: ${'a'.repeat(1_000_000)}\r\nX-Amzn`)],
    'endless headers': [() => ok, 'flood', `X-More: ${'a'.repeat(100)}\r\n`],
    'a body of 1 MB': [() => rightAnswer(JSON.stringify('a'.repeat(1_000_000)))],
    'an endless body': [() => `${chunked}1\r\n"\r\n`, 'flood', `400\r\n${'a'.repeat(1024)}\r\n`],
  }),
  ...answersWith('content length', {
    'too short': [(body) => `${ok}${json}Content-Length: 5\r\n\r\n${body}`],
    'too long, then silence': [(body) => `${ok}${json}Content-Length: 900\r\n\r\n${body}`, 'silence'],
    'too long, then end': [(body) => `${ok}${json}Content-Length: 900\r\n\r\n${body}`, 'end'],
    'twice, equal': [(body) => rightAnswer(body).replace('X-Amzn', `Content-Length: ${length(body)}\r\nX-Amzn`)],
    'twice, different': [(body) => rightAnswer(body).replace('X-Amzn', 'Content-Length: 7\r\nX-Amzn')],
    negative: [(body) => `${ok}${json}Content-Length: -1\r\n\r\n${body}`],
    'not a number': [(body) => `${ok}${json}Content-Length: all\r\n\r\n${body}`],
    'none, then end': [(body) => `${ok}${json}\r\n${body}`, 'end'],
    'none, then silence': [(body) => `${ok}${json}\r\n${body}`, 'silence'],
    'with chunks': [
      (body) =>
        `${ok}${json}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n${length(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`,
    ],
  }),
  ...answersWith('chunks', {
    'size is not a number': [(body) => `${chunked}all\r\n${body}\r\n0\r\n\r\n`],
    'size too small': [(body) => `${chunked}2\r\n${body}\r\n0\r\n\r\n`],
    'size of 2^64 - 1': [(body) => `${chunked}FFFFFFFFFFFFFFFF\r\n${body}`, 'silence'],
    'no last chunk, then end': [(body) => `${chunked}${length(body).toString(16)}\r\n${body}\r\n`, 'end'],
    'no last chunk, then silence': [(body) => `${chunked}${length(body).toString(16)}\r\n${body}\r\n`, 'silence'],
  }),
  ...answersWith('early responses', {
    '100 Continue': [(body) => `HTTP/1.1 100 Continue\r\n\r\n${rightAnswer(body)}`],
    '103 Early Hints': [(body) => `HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${rightAnswer(body)}`],
    '100 Continue, endless': [() => '', 'flood', 'HTTP/1.1 100 Continue\r\n\r\n'],
    '101 Switching Protocols': [() => 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n'],
  }),
  ...answersWith('headers', {
    'content type twice': [(body) => rightAnswer(body).replace('X-Amzn', 'Content-Type: text/html\r\nX-Amzn')],
    'request id twice': [
      (body) => rightAnswer(body).replace('Content-Length', 'X-Amzn-RequestId: 2\r\nContent-Length'),
    ],
    'a zero byte': [(body) => rightAnswer(body).replace('request-1', 'a\u0000b')],
    'a space before the colon': [(body) => rightAnswer(body).replace('Content-Length:', 'Content-Length :')],
    'lines without CR': [(body) => rightAnswer(body).replaceAll('\r\n', '\n')],
  }),
  ...answersWith('protocol', {
    'HTTP/0.9': [(body) => body, 'end'],
    'HTTP/2': [() => Buffer.from('00000604000000000000', 'hex')],
    'status 99': [(body) => rightAnswer(body).replace('200', '99')],
    'status 1000': [(body) => rightAnswer(body).replace('200', '1000')],
    'another protocol': [() => '220 mail.example ESMTP\r\n'],
  }),
  ...answersWith('unrequested responses', {
    'two at once': [(body) => rightAnswer(body) + rightAnswer(foreign)],
    'two, one of them a 403': [(body) => `${rightAnswer(body)}HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n`],
  }),
  {
    point: 'unrequested responses',
    name: 'before the request',
    at: /** @type {const} */ ('idle'),
    send: () => rightAnswer(foreign),
    ending: /** @type {const} */ ('go-on'),
    // On a new connection, the request leaves with the end of the handshake, so these bytes could be its response.
    onlyKept: true,
  },
  ...answersWith('content', {
    '204 with a body': [(body) => rightAnswer(body).replace('200 OK', '204 No Content')],
    '200 without a body': [() => `${ok}${json}Content-Length: 0\r\n\r\n`],
    304: [() => 'HTTP/1.1 304 Not Modified\r\n\r\n'],
    '302 to another path': [() => 'HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n'],
    gzip: [
      (body) => {
        const zipped = gzipSync(body)
        return Buffer.concat([
          Buffer.from(`${ok}${json}Content-Encoding: gzip\r\nContent-Length: ${zipped.length}\r\n\r\n`),
          zipped,
        ])
      },
    ],
    'incomplete UTF-8': [
      () => Buffer.concat([Buffer.from(`${ok}${json}Content-Length: 4\r\n\r\n"a`), Buffer.from([0xc3, 0x22])]),
    ],
  }),
]

/** @type {readonly Fault[]} */
export const faults = [...beforeTheAnswer, ...brokenAnswers, ...lies]
