import { Readable, Writable } from 'node:stream'
import { profileFields } from '@alexa-profile/core'
import { eventSituationNames, situationNames } from '@alexa-profile/emulator'
import { version } from '../../package.json'
import { CannotRun } from '../cannot-run.js'
import type { CliHost } from '../cli-host.js'
import { type DevSession, type SkillFlags, startDevSession } from '../dev-session.js'
import { loadToolServer } from '../load-tool-server.js'
import { toolHandlers } from './tool-handlers.js'
import type { ToolServer } from './tool-server.js'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Serves a skill to a coding agent over stdin and stdout until the client closes stdin or a signal arrives. If the skill cannot
 * start, the server goes on: the tools say why, and the next call tries again.
 *
 * @throws {CannotRun} if one of the streams is missing
 */
export async function mcp(flags: SkillFlags, host: CliHost): Promise<void> {
  const { stdin, stdout } = host
  if (!(stdin instanceof Readable && stdout instanceof Writable)) {
    throw new CannotRun('mcp is started by a coding agent, which talks to it over stdin and stdout.')
  }
  if ('isTTY' in stdin && stdin.isTTY === true) {
    host.stderr.write(
      'A coding agent starts this command and talks to it over stdin: see alexa-profile mcp --help. Ctrl-C ends it.\n',
    )
  }
  const session = sessionStarter(() =>
    startDevSession({ flags, host, report: { notice: () => {}, event: () => {} }, stdout: 2 }),
  )
  let end = () => {}
  const signal = new Promise<void>((resolve) => {
    end = resolve
  })
  for (const name of signals) host.on(name, end)
  let server: ToolServer | undefined
  try {
    const { serveTools } = await loadToolServer()
    server = serveTools({
      version,
      names: { fields: profileFields, situations: [...situationNames, ...eventSituationNames] },
      handlers: toolHandlers({ session: session.get, folder: host.cwd(), manifest: flags.manifest }),
      stdin,
      stdout,
      problem: (error) => host.stderr.write(`alexa-profile mcp: ${error.message}\n`),
    })
    session.get().catch(() => {}) // the first call says why
    await Promise.race([server.ended, signal])
  } finally {
    await server?.close()
    await session.close()
    for (const name of signals) host.off(name, end)
  }
}

function sessionStarter(start: () => Promise<DevSession>) {
  let started: Promise<DevSession> | undefined
  let closed = false
  return {
    get(): Promise<DevSession> {
      if (closed) return Promise.reject(new CannotRun('alexa-profile mcp is ending.'))
      const starting = started ?? start()
      started = starting
      starting.catch(() => {
        if (started === starting) started = undefined
      })
      return starting
    },
    async close(): Promise<void> {
      closed = true
      const session = await started?.catch(() => undefined)
      await session?.close()
    },
  }
}
