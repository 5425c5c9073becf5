import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { usersEnvironment } from './run.js'

export interface Answer {
  readonly speech?: string
  readonly violations: readonly unknown[]
}

/** Long, because a server that compiles before it starts is slow on a busy machine. */
const patienceMs = 120_000

/**
 * Starts `npm run dev` in a starter, opens the skill on its page, as a new user does, and ends it.
 *
 * @returns the skill's response
 * @throws with the output if the skill does not respond
 */
export async function openInDev(skill: string, env: Readonly<Record<string, string>>): Promise<Answer> {
  const port = await freePorts(3) // for the page, the mailbox and a skill that is a server
  const dev = spawn('npm', ['run', 'dev', '--', '--port', String(port), '--no-open'], {
    cwd: skill,
    env: { ...usersEnvironment(), ...env, PORT: String(port + 2) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // so that its child processes end with it
  })
  const printed: string[] = []
  for (const stream of [dev.stdout, dev.stderr]) stream.on('data', (chunk) => printed.push(String(chunk)))
  const ended = once(dev, 'exit')
  const isRunning = () => dev.exitCode === null && dev.signalCode === null
  try {
    const until = performance.now() + patienceMs
    while (performance.now() < until && isRunning()) {
      const answer = await open(`http://127.0.0.1:${port}`).catch(() => undefined) // not started yet
      if (answer?.speech) return answer
      await setTimeout(500)
    }
    throw new Error(`The skill of "npm run dev" did not respond.\n${printed.join('')}`)
  } finally {
    if (dev.pid !== undefined && isRunning()) process.kill(-dev.pid, 'SIGTERM')
    await ended
  }
}

/** Sends the command of the page's button, and returns the response of the last turn. */
async function open(page: string): Promise<Answer | undefined> {
  await fetch(`${page}/console/commands/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-alexa-profile-console': 'starters' },
    body: '{}',
  })
  const shown = await fetch(`${page}/console/turns/before/${Number.MAX_SAFE_INTEGER}`)
  return ((await shown.json()) as { turns: { answer?: Answer }[] }).turns.at(-1)?.answer
}

/** The first of this number of consecutive free ports, below the range that systems assign. */
async function freePorts(count: number): Promise<number> {
  const first = randomInt(10_000, 30_000)
  const servers: Server[] = []
  try {
    for (let port = first; port < first + count; port += 1) {
      const server = createServer().listen(port, '127.0.0.1')
      await once(server, 'listening')
      servers.push(server)
    }
    return first
  } catch {
    return freePorts(count)
  } finally {
    for (const server of servers) server.close()
  }
}
