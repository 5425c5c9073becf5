import { spawn } from 'node:child_process'
import type { Duplex } from 'node:stream'
import type { LambdaRuntime } from '@alexa-profile/emulator'
import { maximumMessageMiB, openSkillChannel } from './skill-channel.js'
import { type HandlerRemark, type SkillMessage, skillMessage } from './skill-message.js'
import { type ErrorDescription, SkillProblem } from './skill-problem.js'
import { skillRunner } from './skill-runner.js'

/** A process that runs one version of the skill's module. */
export interface SkillProcess {
  /** Resolves when the module is loaded. Rejects with a `SkillProblem` if it cannot be loaded. */
  readonly ready: Promise<void>
  /** Whether the process is still running. */
  readonly alive: boolean
  readonly ended: Promise<void>
  readonly startedAtMs: number
  /** The files that it has loaded so far, without packages. The module's own file is always included. */
  readonly files: ReadonlySet<string>
  /** Returns the skill's response. Rejects with the error that the skill threw, or if the process ends first. */
  invoke(event: unknown, context: LambdaContext): Promise<unknown>
  /** Ends the process when its running calls have finished or timed out. */
  retire(): void
  /** Ends the process now. */
  stop(): Promise<void>
}

export interface LambdaContext {
  getRemainingTimeInMillis(): number
}

export interface SkillProcessOptions {
  /** The absolute path of the module. */
  readonly file: string
  readonly env: NodeJS.ProcessEnv
  /** Options for Node, such as `--import` with a loader. */
  readonly execArgv: readonly string[]
  /** The runtime whose rules apply to the handler. Default: Node 22. */
  readonly runtime: LambdaRuntime | undefined
  /** The file descriptor for the skill's output: 1 for stdout, 2 for stderr. */
  readonly stdout: 1 | 2
  /** Called when `files` may have grown. */
  readonly loaded: () => void
  /** Called if the handler does not run on every Node version, or its response is ignored. */
  readonly remarked: (remark: HandlerRemark) => void
}

interface Call {
  settle(answer: Extract<SkillMessage, { id: number }>): void
  fail(error: Error): void
}

/** Lambda gives a module 10 s to load. Developers' machines are slower, above all with a loader for TypeScript. */
const loadTimeoutMs = 30_000

/** The caller that waits for the response times out first, and reports it. */
const killDelayMs = 100

/** How long a process may take to end after it was told to. */
const endTimeoutMs = 500

/** The exit code of a process that has lost the channel: see bin/parent-channel.mjs. */
const channelLost = 88
const channelClosed = 'because it closed file descriptor 3, the channel to alexa-profile,'

export function startSkillProcess({ file, env, execArgv, stdout, ...options }: SkillProcessOptions): SkillProcess {
  const { runtime = '', loaded, remarked } = options
  const startedAtMs = Date.now()
  // The fourth descriptor is the channel. Node's IPC is not used, because all code of a skill could write to it.
  const child = spawn(process.execPath, ['--enable-source-maps', ...execArgv, skillRunner, file, runtime], {
    env,
    stdio: ['ignore', stdout, 2, 'pipe'],
  })
  const files = new Set([file])
  const calls = new Map<number, Call>()
  let latestId = 0
  let retired = false
  let alive = true
  /** The reason if it was ended. */
  let cause: string | undefined
  let cutOff: ReturnType<typeof setTimeout> | undefined
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })

  const channel = openSkillChannel(child.stdio[3] as Duplex, {
    message(content) {
      const message = skillMessage(content)
      if (message) receive(message)
    },
    overflowed() {
      cause = `because it wrote more than ${maximumMessageMiB} MiB to file descriptor 3`
      child.kill('SIGKILL')
    },
    closed() {
      alive = false
      // The end of the process also closes it, and then there is nothing to kill.
      cutOff = setTimeout(() => {
        cause ??= channelClosed
        child.kill('SIGKILL')
      }, endTimeoutMs)
    },
  })
  let loading = { resolve() {}, reject(_problem: SkillProblem) {} }
  const ready = new Promise<void>((resolve, reject) => {
    loading = { resolve, reject }
  })
  ready.catch(() => {}) // `invoke` and the caller that started the process get the error
  const loadTimer = setTimeout(() => {
    loading.reject(new SkillProblem({ message: `It was not loaded within ${loadTimeoutMs / 1000} s.` }))
    child.kill('SIGKILL')
  }, loadTimeoutMs)

  function receive(message: SkillMessage): void {
    switch (message.type) {
      case 'remark':
        remarked(message.remark)
        break
      case 'crashed':
        alive = false
        break
      case 'loaded':
      case 'failed':
        clearTimeout(loadTimer)
        for (const path of message.files) files.add(path)
        if (message.type === 'failed') {
          loading.reject(new SkillProblem(message.error))
        } else {
          loaded()
          loading.resolve()
        }
        break
      default:
        calls.get(message.id)?.settle(message)
    }
  }

  function fail(how: string): void {
    clearTimeout(loadTimer)
    clearTimeout(cutOff)
    alive = false
    loading.reject(new SkillProblem({ message: `Its process ended ${how} while it was loading.` }))
    for (const call of calls.values())
      call.fail(new Error(`The process of the skill ended ${how} before it responded.`))
    calls.clear()
  }
  child.once('exit', () => {
    clearTimeout(cutOff)
    setTimeout(channel.close, endTimeoutMs).unref() // a child of the process may keep the pipe open
  })
  // Its last messages have been read by then.
  child.once('close', (code, signal) => {
    if (code === channelLost) cause ??= channelClosed
    fail(cause ?? (signal === null ? `with exit code ${code}` : `by ${signal}`))
  })
  child.once('error', (error) => fail(`with ${error.message}`))

  function end(): void {
    channel.close()
    const timer = setTimeout(() => child.kill('SIGKILL'), endTimeoutMs)
    child.once('exit', () => clearTimeout(timer))
  }

  return {
    ready,
    get alive() {
      return alive
    },
    ended,
    startedAtMs,
    files,
    async invoke(event, context) {
      await ready
      return call(event, context)
    },
    retire() {
      retired = true
      if (calls.size === 0) end()
    },
    async stop() {
      end()
      await ended
    },
  }

  async function call(event: unknown, context: LambdaContext): Promise<unknown> {
    const remainingMs = context.getRemainingTimeInMillis()
    if (remainingMs <= 0) throw new Error('Loading the skill took longer than Alexa waits for a response.')
    latestId += 1
    const id = latestId
    return new Promise((resolve, reject) => {
      // As on Lambda, a call that takes too long may delay the next one, so the process is ended.
      const timer = setTimeout(() => child.kill('SIGKILL'), remainingMs + killDelayMs)
      const done = () => {
        clearTimeout(timer)
        calls.delete(id)
        if (retired && calls.size === 0) end()
      }
      calls.set(id, {
        settle(answer) {
          done()
          if (answer.type === 'answered') resolve(answer.text === undefined ? undefined : parsed(answer.text))
          else if (answer.type === 'threw') reject(errorOf(answer.error))
          else resolve(notJson(answer.error))
        },
        fail(error) {
          done()
          reject(error)
        },
      })
      channel.send({ id, event, context: { ...context }, remainingMs })
    })
  }
}

/** Keeps the stack of the other process, in which the emulator finds the place where the skill threw. */
function errorOf({ name = 'Error', code, message, stack = message }: ErrorDescription): Error {
  return Object.assign(new Error(message), { name, stack }, code === undefined ? {} : { code })
}

/** Returns the skill's response. A skill that has replaced `JSON.stringify` may have written anything. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return notJson({ message: String(error) })
  }
}

/** A value that cannot be converted to JSON. The emulator reports it as it would report the skill's own value. */
function notJson({ message }: ErrorDescription): object {
  return {
    toJSON() {
      throw new Error(message)
    },
  }
}
