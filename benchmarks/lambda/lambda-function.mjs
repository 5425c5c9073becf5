import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { LambdaError, startRuntimeApi } from './runtime-api.mjs'

/**
 * @import { Runtime } from './runtimes.mjs'
 *
 * @typedef {object} FunctionOptions
 * @property {Runtime} runtime
 * @property {string} folder where the code is: what would be in the zip
 * @property {string} handler `index.handler`
 * @property {Readonly<Record<string, string>>} [environment]
 */

/** What Lambda gives a function to load, and to say why it could not. */
const initLimitMs = 10_000
const memoryMb = '512'

/**
 * Starts a Lambda function on this machine: AWS's own client runs its code in a process that is frozen whenever it
 * waits for an event, and is ended when an invocation takes too long.
 *
 * @param {FunctionOptions} options
 * @throws {LambdaError} (as a rejection) when its code cannot be loaded
 */
export async function startFunction({ runtime, folder, handler, environment = {} }) {
  let log = ''
  let isOver = false
  const ready = settleLater()
  const ended = settleLater()
  const api = await startRuntimeApi({
    isWaiting() {
      const readyAt = performance.now()
      if (!isOver) child.kill('SIGSTOP')
      ready.resolve({ readyAt, initCpuMs: cpuMsOf(child.pid) })
    },
    initFailed: (error) => ready.reject(new LambdaError(error)),
  })
  const startedAt = performance.now()
  const child = spawn(runtime.node, [...runtime.nodeOptions, runtime.client, handler], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...lambdaEnvironment(), ...environment },
  })
  const kill = () => void child.kill('SIGKILL') // one that is stopped would outlive us
  process.once('exit', kill)
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      log += text
    })
  }
  child.once('exit', (code, signal) => {
    isOver = true
    process.off('exit', kill)
    const errorMessage = `Runtime exited with ${signal ?? `exit status ${code}`}`
    const error = new LambdaError({ errorType: 'Runtime.ExitError', errorMessage })
    ready.reject(error)
    ended.reject(error)
  })

  function lambdaEnvironment() {
    return {
      _HANDLER: handler,
      LAMBDA_TASK_ROOT: folder,
      AWS_LAMBDA_RUNTIME_API: api.address,
      AWS_EXECUTION_ENV: `AWS_Lambda_${runtime.name}`,
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'table-talk',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: memoryMb,
      AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/table-talk',
      AWS_LAMBDA_LOG_STREAM_NAME: '2026/11/25/[$LATEST]0123456789abcdef',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      TZ: ':UTC',
      LANG: 'en_US.UTF-8',
    }
  }

  async function stop() {
    if (!isOver) {
      kill()
      await once(child, 'exit')
    }
    api.stop()
  }

  const limit = setTimeout(() => ready.reject(timedOut(initLimitMs)), initLimitMs)
  const { readyAt, initCpuMs } = await ready.promise
    .catch(async (error) => {
      await stop()
      throw Object.assign(error, { log })
    })
    .finally(() => clearTimeout(limit))

  /**
   * @param {unknown} event
   * @param {number} timeoutMs the function's time limit
   */
  async function invoke(event, timeoutMs) {
    await Promise.race([api.untilWaiting(), ended.promise])
    const ends = new AbortController()
    const answer = api.invoke(event, Date.now() + timeoutMs)
    child.kill('SIGCONT')
    const tooLong = wait(timeoutMs, undefined, { signal: ends.signal }).then(() => {
      kill()
      throw timedOut(timeoutMs)
    })
    tooLong.catch(() => {})
    try {
      return JSON.parse(await Promise.race([answer, tooLong, ended.promise]))
    } finally {
      ends.abort()
    }
  }

  return { initMs: readyAt - startedAt, initCpuMs, invoke, log: () => log, stop }
}

/**
 * What the threads of a process have had of the CPU.
 *
 * @param {number | undefined} pid
 */
function cpuMsOf(pid) {
  const tasks = `/proc/${pid}/task`
  return readdirSync(tasks).reduce((sum, task) => sum + nanosecondsOf(`${tasks}/${task}`) / 1e6, 0)
}

/** @param {string} task */
function nanosecondsOf(task) {
  try {
    return Number(readFileSync(`${task}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    return 0 // a thread that has ended
  }
}

/** @param {number} limitMs */
function timedOut(limitMs) {
  const errorMessage = `Task timed out after ${(limitMs / 1000).toFixed(2)} seconds`
  return new LambdaError({ errorType: 'Sandbox.Timedout', errorMessage })
}

/** Returns a promise with its resolve and reject. Its rejection may stay unhandled. */
function settleLater() {
  let resolve = (/** @type {any} */ _value) => {}
  let reject = (/** @type {Error} */ _error) => {}
  const promise = new Promise((...ends) => {
    ;[resolve, reject] = ends
  })
  promise.catch(() => {})
  return { promise, resolve, reject }
}
