import type { KeyObject } from 'node:crypto'
import type { ProfileClient, ProfileReader } from './profile-client.js'
import type { Connections } from './read/connection.js'

/**
 * What one process has once, whatever number of copies of this package it loads: an ESM and a CommonJS copy share
 * connections, the retry budget and the readers of an invocation. The key carries the version of this shape.
 */
interface ProcessState {
  /** By protocol and TLS options. */
  readonly connections: Map<string, { readonly connections: Connections; close(): void; users: number }>
  /** In tenths of a retry, so that sums stay exact. */
  readonly retryBudget: { tenths: number }
  /** client → invocation object → reader, and the token of the request that it reads for */
  readonly readers: WeakMap<ProfileClient, WeakMap<object, { readonly token: unknown; readonly reader: ProfileReader }>>
  /** The client without options that integrations use until they are configured. */
  defaultClient?: ProfileClient | undefined
  /** Makes fingerprints of values comparable within the process and worthless outside it. */
  fingerprintKey?: KeyObject
  lastReadId: number
}

const key = Symbol.for('@alexa-profile/1')

const holder = globalThis as { [key]?: ProcessState }

/** Not enumerable, so that printing `globalThis` shows none of it. */
function createState(): ProcessState {
  const value: ProcessState = {
    connections: new Map(),
    retryBudget: { tenths: 40 },
    readers: new WeakMap(),
    lastReadId: 0,
  }
  Object.defineProperty(globalThis, key, { value })
  return value
}

export const processState: ProcessState = holder[key] ?? createState()
