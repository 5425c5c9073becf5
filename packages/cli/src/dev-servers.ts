import { type AlexaConsole, type ConsoleOptions, startConsole } from '@alexa-profile/console'
import { isEmulatorError } from '@alexa-profile/emulator'
import { type Mailbox, startMailbox } from '@alexa-profile/emulator/mailbox'
import { CannotRun } from './cannot-run.js'

/** The console, and the mailbox on the port after it. */
export interface DevServers {
  readonly console: AlexaConsole
  readonly mailbox: Mailbox
  readonly port: number
}

/** The port that `dev` tries first. */
export const defaultPort = 4141

/** The default port and the ports after it, in pairs, and finally any free ports. */
const portsToTry = [...Array.from({ length: 20 }, (_, index) => defaultPort + 2 * index), 0]

/**
 * Starts both on the port that was given, or on the first free pair from the default port on.
 *
 * @throws {CannotRun} if the given port is in use, or an option is invalid
 */
export async function startDevServers(
  port: number | undefined,
  optionsFor: (port: number, mailbox: Mailbox) => ConsoleOptions,
): Promise<DevServers> {
  if (port !== undefined) return startAt(port, optionsFor).catch(explain)
  for (const candidate of portsToTry) {
    try {
      return await startAt(candidate, optionsFor)
    } catch (error) {
      if (!(error instanceof PortTaken)) throw explain(error)
    }
  }
  throw new CannotRun('No free port was found. Choose one with --port.')
}

async function startAt(
  port: number,
  optionsFor: (port: number, mailbox: Mailbox) => ConsoleOptions,
): Promise<DevServers> {
  const mailboxPort = port === 0 ? 0 : port + 1
  const mailbox = await startMailbox({ port: mailboxPort }).catch(
    asTaken(mailboxPort, 'the mailbox, which uses the port after --port'),
  )
  try {
    const console = await startConsole(optionsFor(port, mailbox)).catch(asTaken(port, 'the console'))
    return { console, mailbox, port: Number(new URL(console.url).port) }
  } catch (error) {
    await mailbox.close()
    throw error
  }
}

class PortTaken extends CannotRun {}

function asTaken(port: number, what: string): (error: unknown) => never {
  return (error) => {
    if (!isEmulatorError(error, 'port-unavailable')) throw error
    throw new PortTaken(
      `Port ${port} is in use. It is needed for ${what}. Stop the program that uses it, or choose another --port.`,
    )
  }
}

function explain(error: unknown): never {
  throw isEmulatorError(error) ? new CannotRun(error.message) : error
}
