// Calls a handler as Lambda's runtime does, in a process that does nothing else. The rules are those of aws-lambda-ric 3.3.0, which
// serves Node 22 and older, and of 4.0.2, which serves Node 24 (read 2026-11-29).

import { channel } from './parent-channel.mjs'

/** @typedef {(event: unknown, context: object, callback?: Callback) => unknown} Handler */
/** @typedef {(error?: unknown, returned?: unknown) => void} Callback */
/** @typedef {{ readonly returned: unknown, readonly isIgnored?: boolean } | { readonly error: unknown }} Outcome */

/** A handler with at least this number of parameters takes a callback, even if it is async. */
export const callbackParameters = 3

/** How each running call ends if the event loop is empty, and if the process crashes. */
const calls = /** @type {Set<{ whenEmpty: () => void, crash: (error: unknown) => void }>} */ (new Set())

process.on('beforeExit', () => {
  for (const call of [...calls]) call.whenEmpty()
})

/** @param {unknown} error */
export function crashCalls(error) {
  for (const call of [...calls]) call.crash(error)
}

/**
 * @param {Handler} handler
 * @param {unknown} event
 * @param {object} context
 * @param {boolean} isNode24
 * @returns {Promise<Outcome>}
 */
export function callHandler(handler, event, context, isNode24) {
  return new Promise((resolve) => {
    const isAsync = isNode24 || handler.constructor.name === 'AsyncFunction'
    /** @type {Outcome} */
    let whenEmpty = isAsync ? { error: neverResolved() } : { returned: null }
    const call = {
      whenEmpty: () => end(whenEmpty),
      /** @param {unknown} error */
      crash: (error) => end({ error }),
    }
    calls.add(call)
    channel.unref() // otherwise the channel to the parent keeps the event loop from being empty

    /** @param {Outcome} outcome */
    function end(outcome) {
      calls.delete(call)
      if (calls.size === 0) channel.ref()
      resolve(outcome)
    }

    if (isNode24) {
      callOnNode24(handler, event, context).then(end)
      return
    }
    callOnNode22(handler, event, context, end, (outcome) => {
      whenEmpty = outcome
    })
  })
}

/**
 * @param {Handler} handler
 * @param {unknown} event
 * @param {object} context
 * @returns {Promise<Outcome>}
 */
async function callOnNode24(handler, event, context) {
  try {
    return { returned: await handler(event, context) }
  } catch (error) {
    return { error }
  }
}

/**
 * @param {Handler} handler
 * @param {unknown} event
 * @param {object} facts
 * @param {(outcome: Outcome) => void} end
 * @param {(outcome: Outcome) => void} endWhenEmpty
 */
function callOnNode22(handler, event, facts, end, endWhenEmpty) {
  let isDecided = false
  /**
   * The callback, the functions of the context and the promise count equally: the first one decides.
   *
   * @param {Callback} act
   * @returns {Callback}
   */
  const first = (act) => (error, returned) => {
    if (isDecided) return
    isDecided = true
    act(error, returned)
  }
  const succeed = first((returned) => end({ returned }))
  const fail = first((error) => end({ error }))
  const done = first((error, returned) => end(isNothing(error) ? { returned } : { error }))
  const callback = first((error, returned) => {
    if (!isNothing(error)) end({ error })
    else if (context.callbackWaitsForEmptyEventLoop) endWhenEmpty({ returned })
    else end({ returned })
  })
  const context = { ...facts, callbackWaitsForEmptyEventLoop: true, succeed, fail, done }
  try {
    const returned = handler(event, context, callback)
    if (isThenable(returned)) returned.then(succeed, fail)
    else if (isResponse(returned) && !isDecided) endWhenEmpty({ returned: null, isIgnored: true })
  } catch (error) {
    callback(error)
  }
}

function neverResolved() {
  const message = "The handler's promise was not resolved, and the event loop is empty."
  return Object.assign(new Error(message), { name: 'Runtime.NodeJsExit', stack: undefined })
}

/**
 * @param {unknown} value
 * @returns {value is PromiseLike<unknown>}
 */
function isThenable(value) {
  return typeof Object(value).then === 'function'
}

/** @param {unknown} value */
function isResponse(value) {
  return typeof Object(value).response === 'object'
}

/** @param {unknown} value */
function isNothing(value) {
  return value === null || value === undefined
}
