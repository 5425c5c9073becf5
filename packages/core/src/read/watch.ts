import { channel } from 'node:diagnostics_channel'
import { processWide } from '../base/process-wide.js'
import type { FieldLevel } from '../fields/field.js'
import type { ProfileField } from '../fields/fields.js'
import type { Failed, ProfileResult } from './profile-result.js'

/** Published on `alexa-profile:read:start` before the first request for a field is sent. */
export interface ReadStart {
  /** Identifies the read in all its events. Unique in the process. */
  readonly id: number
  readonly field: ProfileField
  readonly level: FieldLevel
}

/** Published on `alexa-profile:read:retry` before the wait for a retry. */
export interface ReadRetry extends ReadStart {
  /** The number of requests sent so far. */
  readonly attempts: number
  readonly delayMs: number
  readonly cause: 'throttled' | Failed['failure']
}

/** Published on `alexa-profile:read:end`, and passed to `onRead`. Never contains a value or a token. */
export interface ReadEnd extends ReadStart {
  readonly status: ProfileResult['status']
  readonly failure?: Failed['failure']
  readonly httpStatus?: number
  readonly requestId?: string
  readonly attempts: number
  readonly durationMs: number
}

/** Channels of `node:diagnostics_channel` that report reads to their subscribers. */
export const readChannels = {
  start: channel('alexa-profile:read:start'),
  retry: channel('alexa-profile:read:retry'),
  end: channel('alexa-profile:read:end'),
}

const reads = processWide('reads/1', () => ({ lastId: 0 }))

export function nextReadId(): number {
  reads.lastId += 1
  return reads.lastId
}

export function publishEnd(id: number, result: ProfileResult, onRead: ((event: ReadEnd) => void) | undefined): void {
  if (onRead === undefined && !readChannels.end.hasSubscribers) return
  const { field, level, status, attempts, durationMs, requestId } = result
  const event: ReadEnd = {
    id,
    field,
    level,
    status,
    ...(result.status === 'failed' && { failure: result.failure }),
    ...(result.status === 'failed' && result.httpStatus !== undefined && { httpStatus: result.httpStatus }),
    ...(requestId !== undefined && { requestId }),
    attempts,
    durationMs,
  }
  readChannels.end.publish(event)
  if (onRead !== undefined) void callWatcher(onRead, event)
}

async function callWatcher(onRead: (event: ReadEnd) => unknown, event: ReadEnd): Promise<void> {
  try {
    await onRead(event)
  } catch {
    process.emitWarning('onRead threw an error, which was ignored. Catch errors in onRead.', {
      code: 'ALEXA_PROFILE_ON_READ',
    })
  }
}
