import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startEmulator } from '@alexa-profile/emulator'
import { markdownTable } from '../lab/markdown-table.mjs'
import { median } from '../rig/statistics.mjs'
import { inTurns } from './run-in.mjs'

/** @import { Workshop } from './workshop.mjs' */

/**
 * A command that runs a skill on this machine and loads it again when it changes.
 *
 * @typedef {object} Tool
 * @property {string} name
 * @property {string} folder
 * @property {string} file the file of the skill that is saved
 * @property {(port: number) => readonly string[]} command
 * @property {(port: number) => Promise<string>} open opens the skill, and returns all that it responds
 */

const patienceMs = 120_000

/** @type {readonly Tool[]} */
const tools = [
  {
    name: '`alexa-profile dev`, ask-sdk skill',
    folder: 'dev',
    file: 'skill.ts',
    command: (port) => ['alexa-profile', 'dev', '--skill', 'skill.ts', '--port', `${port}`, '--no-open'],
    open: openInConsole,
  },
  {
    name: '`tsx watch`, ask-sdk skill on `ask-sdk-express-adapter`',
    folder: 'dev',
    file: 'skill.ts',
    command: () => ['tsx', 'watch', 'server.ts'],
    open: post,
  },
  {
    name: '`node --watch`, the same in JavaScript',
    folder: 'dev',
    file: 'skill.mjs',
    command: () => [process.execPath, '--watch', 'server.mjs'],
    open: post,
  },
  {
    name: '`alexa-profile dev`, Jovo 4 skill',
    folder: 'jovo',
    file: 'src/app.ts',
    command: (port) => ['alexa-profile', 'dev', '--skill', 'src/handler.ts', '--port', `${port}`, '--no-open'],
    open: openInConsole,
  },
  {
    name: '`jovo run`, Jovo 4 skill',
    folder: 'jovo',
    file: 'src/app.ts',
    command: (port) => ['jovo', 'run', '--port', `${port}`],
    open: post,
  },
]

/**
 * Starts each tool until the skill has responded, then saves the skill with other words until it responds with them.
 *
 * @param {Workshop} workshop
 * @param {{ rounds: number, reloads: number }} times
 */
export async function measureDevelopment({ home, project, jovoCli, environment }, { rounds, reloads }) {
  for (const name of ['skill', 'server']) {
    const text = readFileSync(join(project, `dev/${name}.mjs`), 'utf8')
    writeFileSync(join(project, `dev/${name}.ts`), text.replace('./skill.mjs', './skill.ts'))
  }
  const path = [join(project, 'node_modules/.bin'), jovoCli, environment.PATH].join(':')
  const ownHome = { ...environment, PATH: path, HOME: home } // Jovo's command writes its settings there
  const results = await inTurns(tools, rounds, (tool) => measureTool(tool, project, ownHome, reloads))
  const rows = results.map((list) => ({
    ready: median(list.map(({ ready }) => ready)),
    reload: median(list.flatMap((result) => result.reloads)),
  }))
  const [ours] = rows
  return markdownTable(
    rows.map(({ ready, reload }, index) => ({
      'running a skill on your machine': tools[index]?.name ?? '',
      'start to first response, s': ready.toFixed(2),
      'compared with the first row': (ready / (ours?.ready ?? 0)).toFixed(2),
      'save to changed response, s': reload.toFixed(2),
      'compared with the first row ': (reload / (ours?.reload ?? 0)).toFixed(2),
    })),
  )
}

/**
 * @param {Tool} tool
 * @param {string} project
 * @param {NodeJS.ProcessEnv} environment
 * @param {number} reloads
 */
async function measureTool({ name, folder, file, command, open }, project, environment, reloads) {
  const port = await freePort()
  const source = join(project, folder, file)
  const original = readFileSync(source, 'utf8')
  const [program = '', ...args] = command(port)
  const startedAt = performance.now()
  const child = spawn(program, args, {
    cwd: join(project, folder),
    env: { ...environment, PORT: `${port}`, JOVO_PORT: `${port}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // so that its child processes end with it
  })
  const ended = once(child, 'exit')
  /** @type {string[]} */
  const printed = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(String(chunk)))

  const isRunning = () => child.exitCode === null && child.signalCode === null

  /** Opens the skill until it responds with these words. */
  async function openUntil(/** @type {string} */ words, /** @type {number} */ since) {
    while (performance.now() - since < patienceMs && isRunning()) {
      const response = await open(port).catch(() => '') // not started yet
      if (response.includes(words)) return (performance.now() - since) / 1000
      await setTimeout(10)
    }
    throw new Error(`${name} did not respond with "${words}".\n${printed.join('')}`)
  }

  try {
    const ready = await openUntil('original words', startedAt)
    /** @type {number[]} */
    const times = []
    for (let count = 1; count <= reloads; count += 1) {
      const words = `changed words ${count}`
      const savedAt = performance.now()
      writeFileSync(source, original.replace('original words', words))
      times.push(await openUntil(words, savedAt))
    }
    return { ready, reloads: times }
  } finally {
    if (child.pid !== undefined && isRunning()) process.kill(-child.pid, 'SIGTERM')
    await ended
    writeFileSync(source, original)
  }
}

const emulator = await startEmulator()
const launch = JSON.stringify(emulator.envelope())
await emulator.close()

/** Posts a launch to a skill's own server. */
async function post(/** @type {number} */ port) {
  const headers = { 'content-type': 'application/json' }
  return (await fetch(`http://127.0.0.1:${port}/webhook`, { method: 'POST', headers, body: launch })).text()
}

/** Opens the skill as the button on the console's page does. */
async function openInConsole(/** @type {number} */ port) {
  const page = `http://127.0.0.1:${port}/console`
  const headers = { 'content-type': 'application/json', 'x-alexa-profile-console': 'waits' }
  await fetch(`${page}/commands/open`, { method: 'POST', headers, body: '{}' })
  return (await fetch(`${page}/turns/before/${Number.MAX_SAFE_INTEGER}`)).text()
}

/** A free port. The next one is for the mailbox of `alexa-profile dev`. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  server.close()
  await once(server, 'close')
  return port
}
