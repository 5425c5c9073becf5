import { EventEmitter } from 'node:events'
import https from 'node:https'
import { fieldAt, fieldValue } from '../lab/customer.mjs'

/** Milliseconds from a request to its response, with any status. */
const answerMs = 40
/** What a refusal costs the API, of what serving costs it. */
const refusalCost = 0.1

/**
 * Creates an API that serves a number of requests per second and responds to the rest with 429. It makes up for unused
 * capacity later, up to one second's worth. Programs reach it through an `https` module of its making.
 *
 * @param {ReturnType<typeof import('./virtual-time.mjs').createVirtualTime>} time
 * @param {(nowMs: number) => number} capacityAt requests a second
 */
export function createThrottledApi(time, capacityAt) {
  /** @type {number[]} by second */
  const requestsIn = []
  let left = 0
  let refilledAt = 0

  function serves() {
    const now = time.now()
    const capacity = capacityAt(now)
    left = Math.min(capacity, left + (capacity * (now - refilledAt)) / 1000)
    refilledAt = now
    const served = left >= 1
    left -= served ? 1 : refusalCost
    requestsIn[Math.floor(now / 1000)] = (requestsIn[Math.floor(now / 1000)] ?? 0) + 1
    return served
  }

  class Request extends EventEmitter {
    reusedSocket = false
    destroyed = false

    /** @param {{ path: string }} options */
    constructor({ path }) {
      super()
      this.value = fieldValue(fieldAt(path) ?? 'name', 1)
    }

    setHeader() {}

    end() {
      time.setTimeout(() => this.emit('socket', new EventEmitter()), 0)
      time.setTimeout(() => {
        if (!this.destroyed) answer(this, serves() ? this.value : undefined)
      }, answerMs)
    }

    destroy() {
      this.destroyed = true
    }
  }

  return { requestsIn, https: { ...https, request: (/** @type {{ path: string }} */ options) => new Request(options) } }
}

/**
 * @param {EventEmitter} request
 * @param {unknown} value undefined when throttled
 */
function answer(request, value) {
  const response = Object.assign(new EventEmitter(), {
    complete: true,
    statusCode: value === undefined ? 429 : 200,
    headers: { 'content-type': 'application/json' },
  })
  request.emit('response', response)
  response.emit('data', Buffer.from(JSON.stringify(value ?? { message: 'Too many requests.' })))
  response.emit('end')
  request.emit('close')
}
