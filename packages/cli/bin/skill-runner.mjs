// The process in which `alexa-profile dev` runs a skill. It loads the module, tells the parent which files were loaded, and answers
// the parent's requests. It ends when the parent ends for any reason.
import { spawnSync } from 'node:child_process'
import * as module from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inspect } from 'node:util'
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads'
import { callbackParameters, callHandler, crashCalls } from './lambda-call.mjs'
import { receive, send } from './parent-channel.mjs'

/** Lambda's limit. @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html (read 2026-11-25) */
const maximumAnswerBytes = 6 * 1024 * 1024

/** For the message of an error, and for its stack. */
const maximumErrorLength = 10_000

/** The number of files, latest first, in which a syntax error is searched. */
const maximumChecks = 20

/** @typedef {import('./lambda-call.mjs').Handler} Handler */
/** @typedef {(url: string, context: unknown, nextLoad: (url: string, context: unknown) => unknown) => unknown} SyncLoadHook */

const [, , file = '', runtime = ''] = process.argv
const isNode24 = runtime === 'nodejs24.x'
const startedAtMs = Date.now()
const filesLoaded = watchLoading()
let reported = 0

// Ctrl-C in a terminal goes to this process too; the parent decides when it ends.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
// Skills for PM2 call these functions. There is no such parent here, nor on Lambda.
Object.assign(process, { send: ignore, disconnect: ignore })
// As on Lambda, an error that is not caught ends the process and the running calls.
process.on('uncaughtException', crash)
process.on('unhandledRejection', crash)

/** @type {Handler | undefined} */
let handler
try {
  handler = handlerOf(await import(pathToFileURL(file).href))
  receive(answer)
  send({ type: 'loaded', ...loading() })
  if (handler.length >= callbackParameters) send({ type: 'remark', remark: 'callback-handler' })
} catch (error) {
  failToLoad(error)
}

/** @param {unknown} error */
function failToLoad(error) {
  // the process ends when everything has been written
  send({ type: 'failed', ...loading(), error: located(described(error)) }, () => process.exit(1))
}

/** @param {unknown} error */
function crash(error) {
  if (handler === undefined) return failToLoad(error)
  process.stderr.write(`${attempt(() => inspect(error))}\n`)
  send({ type: 'crashed' })
  crashCalls(error)
  // the calls have sent their errors by then
  setImmediate(() => send({ type: 'crashed' }, () => process.exit(1)))
}

/** @param {unknown} message */
async function answer(message) {
  const { id, event, context, remainingMs } =
    /** @type {{ id: number, event: unknown, context: object, remainingMs: number }} */ (message)
  const endsAtMs = performance.now() + remainingMs
  const getRemainingTimeInMillis = () => Math.max(0, Math.floor(endsAtMs - performance.now()))
  const { callbackWaitsForEmptyEventLoop: _, ...facts } = /** @type {Record<string, unknown>} */ (context)
  send({ id, ...(await outcome(event, { ...facts, getRemainingTimeInMillis })) })
  if (filesLoaded().size > reported) send({ type: 'loaded', ...loading() })
}

/**
 * @param {unknown} event
 * @param {object} context
 */
async function outcome(event, context) {
  const result = await callHandler(/** @type {Handler} */ (handler), event, context, isNode24)
  if ('error' in result) {
    process.stderr.write(`${attempt(() => inspect(result.error))}\n`)
    return { type: 'threw', error: described(result.error) }
  }
  if (result.isIgnored) send({ type: 'remark', remark: 'value-ignored' })
  try {
    if (holdsBuilder(result.returned)) throw new TypeError('it contains a response builder. Return its `getResponse()`')
    const text = JSON.stringify(result.returned)
    if (text !== undefined && Buffer.byteLength(text) > maximumAnswerBytes) {
      throw new RangeError("it has more than 6 MiB, which is Lambda's limit")
    }
    return { type: 'answered', text }
  } catch (error) {
    return { type: 'not-json', error: described(error) }
  }
}

/**
 * ask-sdk's response builder has only functions, so its JSON would be an empty response.
 *
 * @param {unknown} returned
 */
function holdsBuilder(returned) {
  return [returned, Object(returned).response].some((value) => typeof Object(value).getResponse === 'function')
}

/** @param {Record<string, unknown>} namespace */
function handlerOf(namespace) {
  const inDefault = Object(namespace.default)
  const found = namespace.handler ?? inDefault.handler
  if (typeof found !== 'function') {
    const names = [...new Set([...Object.keys(namespace), ...Object.keys(inDefault)])]
    const known = names.filter((name) => !['default', 'module.exports', '__esModule'].includes(name))
    const exported = known.length === 0 ? 'nothing' : known.slice(0, 10).join(', ')
    throw problem('no-handler', `It exports ${exported}, and no function with the name "handler".`)
  }
  if (isNode24 && found.length >= callbackParameters) {
    throw problem(
      'callback-handler',
      `Its handler has ${found.length} parameters, so it takes a callback. Lambda rejects it on Node 24.`,
    )
  }
  return /** @type {Handler} */ (found)
}

/**
 * @param {string} code
 * @param {string} message
 */
function problem(code, message) {
  return Object.assign(new Error(message), { code, stack: undefined }) // the stack would only show this line
}

/** @param {unknown} error */
function described(error) {
  try {
    if (!(error instanceof Error)) return { message: shortened(error) }
    const { name, message, stack } = error
    const code = 'code' in error && typeof error.code === 'string' ? shortened(error.code) : undefined
    return { name: shortened(name), code, message: shortened(message), ...(stack && { stack: shortened(stack) }) }
  } catch {
    return { message: shortened(error) }
  }
}

/** @param {unknown} value */
function shortened(value) {
  const text = attempt(() => String(value))
  return text.length > maximumErrorLength ? `${text.slice(0, maximumErrorLength)}…` : text
}

/**
 * A skill may throw a proxy, or an object with getters that throw.
 *
 * @param {() => string} describe
 */
function attempt(describe) {
  try {
    return describe()
  } catch {
    return 'a value that cannot be read'
  }
}

/**
 * The stack of a syntax error in an ES module names no file. `node --check` finds the file, the line and the code.
 *
 * @param {{ name?: string | undefined, stack?: string | undefined, [member: string]: unknown }} error
 */
function located(error) {
  if (error.name !== 'SyntaxError' || /^(?:\/|file:|[a-z]:)/i.test(error.stack ?? '')) return error
  for (const path of [...filesLoaded()].reverse().slice(0, maximumChecks)) {
    const { status, stderr } = spawnSync(process.execPath, ['--check', path], { encoding: 'utf8', env: {} })
    if (status !== 0 && stderr.includes('SyntaxError'))
      return { ...error, stack: stderr.replace(/\n\nNode\.js .*\s*$/, '') }
  }
  return error
}

function loading() {
  const files = [...filesLoaded()]
  reported = files.length
  return { files, startedAtMs }
}

/**
 * Replaces `process.send`, which calls back when the message was sent.
 *
 * @param {...unknown} values
 */
function ignore(...values) {
  const callback = values.at(-1)
  if (typeof callback === 'function') process.nextTick(callback, null)
  return true
}

/** Notes each file that is loaded from now on by `import` or `require`, except for packages in `node_modules`. */
function watchLoading() {
  /** @type {Set<string>} */
  const files = new Set()
  /** @param {string} url */
  const add = (url) => {
    if (url.startsWith('file:')) files.add(fileURLToPath(url.replace(/[?#].*/s, '')))
  }
  const { cache } = module.createRequire(import.meta.url)
  let drain = () => {}
  // Node 22.15 and later have it; the types are those of Node 20.
  const registerHooks = /** @type {((hooks: { load: SyncLoadHook }) => void) | undefined} */ (
    Reflect.get(module, 'registerHooks')
  )
  if (registerHooks !== undefined) {
    registerHooks({
      load(url, context, nextLoad) {
        add(url)
        return nextLoad(url, context)
      },
    })
  } else {
    const { port1, port2 } = new MessageChannel()
    const hooks = new URL('./report-loading.mjs', import.meta.url)
    module.register(hooks, { data: port2, transferList: [port2] })
    drain = () => {
      for (let item = receiveMessageOnPort(port1); item; item = receiveMessageOnPort(port1)) add(item.message)
    }
  }
  return () => {
    drain()
    for (const path of Object.keys(cache)) files.add(path)
    for (const path of files) if (/[\\/]node_modules[\\/]/.test(path)) files.delete(path)
    return files
  }
}
