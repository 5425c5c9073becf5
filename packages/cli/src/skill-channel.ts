import { randomBytes } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { isObject } from './is-object.js'

export interface SkillChannel {
  send(message: object): void
  close(): void
}

export interface SkillChannelListeners {
  /** A message from the runner script. The process may have written any members. */
  readonly message: (message: Readonly<Record<string, unknown>>) => void
  /** The process wrote too long a line. */
  readonly overflowed: () => void
  /** The channel no longer sends or receives. */
  readonly closed: () => void
}

/** The maximum length of a message. A response of 6 MiB may double its length as a JSON string. */
export const maximumMessageMiB = 16

/**
 * Exchanges messages with the process of a skill, as lines of JSON. The process gets a secret first, and starts each
 * line with it: the skill's code can also write to the pipe, and its lines are ignored.
 */
export function openSkillChannel(pipe: Duplex, { message, overflowed, closed }: SkillChannelListeners): SkillChannel {
  const secret = randomBytes(16).toString('hex')
  let parts: Buffer[] = []
  let length = 0

  function read(chunk: Buffer): void {
    let rest = chunk
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
      parts.push(rest.subarray(0, end))
      readLine(Buffer.concat(parts).toString('utf8'))
      parts = []
      length = 0
      rest = rest.subarray(end + 1)
    }
    parts.push(rest)
    length += rest.length
    if (length <= maximumMessageMiB * 1024 * 1024) return
    overflowed()
    pipe.destroy()
  }

  function readLine(line: string): void {
    if (!line.startsWith(secret)) return
    const value = parsed(line.slice(secret.length))
    if (isObject(value)) message(value)
  }

  pipe.on('data', read)
  pipe.on('error', () => {}) // 'close' follows
  pipe.on('close', closed)
  pipe.write(`${JSON.stringify(secret)}\n`)
  return {
    send: (content) => void pipe.write(`${JSON.stringify(content)}\n`),
    close: () => void pipe.destroy(),
  }
}

/** Undefined if it is not JSON: a skill may have replaced `JSON.stringify`. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
