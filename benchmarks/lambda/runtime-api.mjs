import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'

/**
 * @import { IncomingMessage, ServerResponse } from 'node:http'
 * @import { AddressInfo } from 'node:net'
 *
 * @typedef {{ errorType: string, errorMessage: string }} FunctionError what a function has told of its failure
 *
 * @typedef {object} Invocation
 * @property {string} id
 * @property {(answer: string) => void} answered with JSON
 * @property {(error: FunctionError) => void} failed
 *
 * @typedef {object} Observer
 * @property {() => void} isWaiting the function has nothing to do
 * @property {(error: FunctionError) => void} initFailed the function could not be loaded
 */

const base = '/2018-06-01/runtime'
const ownArn = 'arn:aws:lambda:us-east-1:123456789012:function:table-talk'

/**
 * Starts the API that a Lambda function's process calls. The process fetches one event after another, and posts a
 * response or an error for each.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html (read 2026-11-25)
 *
 * @param {Observer} observer
 */
export async function startRuntimeApi({ isWaiting, initFailed }) {
  /** @type {ServerResponse | undefined} The function, waiting for an event. */
  let waiting
  /** @type {Invocation | undefined} */
  let current
  /** @type {(() => void)[]} */
  let onceWaiting = []

  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    if (request.method === 'GET' && path === `${base}/invocation/next`) {
      waiting = response
      isWaiting()
      for (const go of onceWaiting) go()
      onceWaiting = []
      return
    }
    const body = await bodyOf(request)
    const [, id, kind] = /^\/2018-06-01\/runtime\/invocation\/([^/]+)\/(response|error)$/.exec(path) ?? []
    response.writeHead(isKnown(path, id) ? 202 : 404, { 'content-type': 'application/json' })
    response.end('{"status":"OK"}')
    if (path === `${base}/init/error`) initFailed(JSON.parse(body))
    if (current === undefined || id !== current.id) return
    const { answered, failed } = current
    current = undefined
    if (kind === 'response') answered(body)
    else failed(JSON.parse(body))
  })
  // A function's process may be stopped for longer than any server waits.
  server.keepAliveTimeout = 0
  server.requestTimeout = 0
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))

  /**
   * @param {string} path
   * @param {string | undefined} id
   */
  function isKnown(path, id) {
    return path === `${base}/init/error` || (current !== undefined && id === current.id)
  }

  return {
    address: `127.0.0.1:${/** @type {AddressInfo} */ (server.address()).port}`,
    /** Between two invocations, the function has to come back from the first. */
    async untilWaiting() {
      if (waiting === undefined) await new Promise((resolve) => onceWaiting.push(() => resolve(undefined)))
    },
    /**
     * Hands an event to the function, which must be waiting.
     *
     * @param {unknown} event
     * @param {number} deadlineMs when the function is to be ended; milliseconds of the Unix epoch
     * @returns {Promise<string>} the answer's JSON; rejects with a `LambdaError` where the function fails
     */
    invoke(event, deadlineMs) {
      const next = waiting
      if (next === undefined) throw new Error('The function is not waiting for an event.')
      waiting = undefined
      const id = randomUUID()
      return new Promise((resolve, reject) => {
        const failed = (/** @type {FunctionError} */ error) => reject(new LambdaError(error))
        current = { id, answered: resolve, failed }
        next.writeHead(200, {
          'content-type': 'application/json',
          'lambda-runtime-aws-request-id': id,
          'lambda-runtime-deadline-ms': String(deadlineMs),
          'lambda-runtime-invoked-function-arn': ownArn,
          'lambda-runtime-trace-id': 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0',
        })
        next.end(JSON.stringify(event))
      })
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The error of a function that failed, took too long, or could not be loaded. */
export class LambdaError extends Error {
  /** @param {FunctionError} error */
  constructor({ errorType, errorMessage }) {
    super(`${errorType}: ${errorMessage}`)
    this.name = 'LambdaError'
    this.errorType = errorType
  }
}

/** @param {IncomingMessage} request */
async function bodyOf(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
