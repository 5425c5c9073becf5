import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ConsoleEvent, TurnView } from '@alexa-profile/console'
import { onTestFinished } from 'vitest'

const bin = fileURLToPath(new URL('../../bin/alexa-profile.js', import.meta.url))

/** Creates a folder for one test, with these files in it. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'alexa-profile-dev-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) write(folder, name, content)
  return folder
}

export function write(folder: string, name: string, content: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

/** The source of a skill that says this. `code` runs first in its handler. */
export const saying = (speech: string, code = '') => `
export const handler = async (event, context) => {
  ${code}
  return { version: '1.0', response: { outputSpeech: { type: 'PlainText', text: ${speech} }, shouldEndSession: false } }
}`

interface Ready {
  readonly type: 'ready'
  readonly url: string
  readonly endpoint: string
  readonly mailbox: string
  readonly signingRoot?: string
}

type Event = ConsoleEvent | Ready

/** Starts the built executable as users do, in a separate process. */
export function spawnDev(args: readonly string[], { cwd, env = {} }: { cwd: string; env?: NodeJS.ProcessEnv }) {
  // pnpm's NODE_PATH lets every folder resolve every package
  const { FORCE_COLOR: _, NO_COLOR: __, CI: ___, NODE_PATH: ____, ...rest } = process.env
  const child = spawn(process.execPath, [bin, 'dev', ...args], { cwd, env: { ...rest, ...env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text
    })
  }
  const closed = once(child, 'close') as Promise<[code: number | null, signal: NodeJS.Signals | null]>
  return { child, output, closed }
}

/** The device plays another turn itself if the skill delegates a dialog that is complete. */
function isDelegated({ speech, directives }: NonNullable<TurnView['response']>): boolean {
  return speech === undefined && directives.some(({ type }) => type === 'Dialog.Delegate')
}

/** Runs `dev` on free ports and collects the events of `--json`. */
export async function startDev(args: readonly string[], options: { cwd: string; env?: NodeJS.ProcessEnv }) {
  const { child, output, closed } = spawnDev(['--port', '0', '--json', ...args], options)
  const events = (): Event[] =>
    output.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line))

  /** The first event of this type, from `after` on, that fulfills the condition. */
  async function event<Type extends Event['type']>(
    type: Type,
    holds: (event: Extract<Event, { type: Type }>) => boolean = () => true,
    after = 0,
  ): Promise<Extract<Event, { type: Type }>> {
    for (;;) {
      const found = events()
        .slice(after)
        .filter((candidate): candidate is Extract<Event, { type: Type }> => candidate.type === type)
        .find(holds)
      if (found) return found
      const end = child.exitCode ?? child.signalCode
      if (end !== null) throw new Error(`It has ended with ${end}: ${output.stderr}`)
      await Promise.race([once(child.stdout, 'data'), closed])
    }
  }

  const ready = await event('ready')

  /** Runs a command, as a click on the page does. */
  async function command(name: string, body: object = {}): Promise<void> {
    const response = await fetch(new URL(`/console/commands/${name}`, ready.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-alexa-profile-console': '1' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  }

  /** The result of a turn: the skill's speech, and its violations. */
  async function turn(name: string, body: object): Promise<NonNullable<TurnView['response']>> {
    const before = events().length
    await command(name, body)
    const { turn } = await event(
      'turn',
      ({ turn }) => turn.response !== undefined && !isDelegated(turn.response),
      before,
    )
    if (turn.response === undefined) throw new Error('This cannot be: it was looked for.')
    return turn.response
  }

  return {
    ready,
    child,
    output,
    closed,
    events,
    event,
    command,
    notice: (title: RegExp, after = 0) => event('notice', ({ notice }) => title.test(notice.title), after),
    turn,
    open: () => turn('open', {}),
    intent: (intent: string) => turn('intent', { intent, slots: {} }),
    async end(signal: NodeJS.Signals = 'SIGINT') {
      child.kill(signal)
      const [code] = await closed
      return { code, ...output }
    },
  }
}
