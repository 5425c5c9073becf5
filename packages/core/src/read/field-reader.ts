import { checkFields } from '../check-fields.js'
import { checkDuration, checkOptionNames } from '../check-option.js'
import { elapsedMs } from '../clock.js'
import { fieldPaths, type ProfileField, type ProfileLevel } from '../fields.js'
import { isObject } from '../own.js'
import { ProfileError } from '../profile-error.js'
import { allowedEndpoint } from './endpoint.js'
import type { ReadableEnvelope } from './envelope.js'
import { onAbort } from './on-abort.js'
import type { ProfileResult, ProfileResults } from './profile-result.js'
import { type FieldRead, type ReadPolicy, readField } from './read-field.js'

export interface ReadOptions {
  /**
   * How long this read may take in all, retries included, in milliseconds. Default: the client's `deadlineMs` (3000),
   * or less where the invocation has less left.
   */
  readonly deadlineMs?: number | undefined
  /** Ends the read at once: what is not there yet is `failed` / `aborted`. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads fields in parallel, each at most once: a second call joins a read under way and reuses an answer that settled
 * the matter (a value, not set, permission missing). Resolves for all that Alexa can answer.
 *
 * @throws {ProfileError} (as a rejection) `envelope-invalid`, `token-missing`, `endpoint-not-allowed`,
 *   `field-unknown`, `option-invalid`, `client-closed`
 */
export type ReadFields<Readable extends ProfileField> = <Field extends Readable>(
  fields: readonly Field[],
  options?: ReadOptions,
) => Promise<ProfileResults<Field>>

/** What the reads of one request need besides its envelope. */
export interface ReadSettings {
  readonly policy: ReadPolicy
  readonly deadlineMs: number
  /** What the platform leaves, in milliseconds, asked at each read; `undefined` where there is no limit. */
  readonly timeLeftMs: (() => number | undefined) | undefined
}

/** Kept of the platform's time for the answer itself, once the profile is read. */
const marginMs = 500

/** @param open gives the checked envelope, or throws what is wrong with it */
export function createFieldReader<Readable extends ProfileField>(
  level: ProfileLevel,
  open: () => ReadableEnvelope,
  settings: ReadSettings,
): ReadFields<Readable> {
  const { clock, transport } = settings.policy
  const reads = new Map<ProfileField, { read: FieldRead; waiting: number }>()

  function start(field: ProfileField, endpoint: URL, token: string, deadline: number) {
    const url = new URL(pathOf(field, level), endpoint)
    const entry = { read: readField(url, token, field, level, deadline, settings.policy), waiting: 0 }
    reads.set(field, entry)
    void entry.read.result.then((result) => {
      if (!isFinal(result) && reads.get(field) === entry) reads.delete(field)
    })
    return entry
  }

  async function read<Field extends Readable>(
    fields: readonly Field[],
    options: ReadOptions = {},
  ): Promise<ProfileResults<Field>> {
    const wanted = checkFields(fields, level)
    checkReadOptions(options)
    const startedAt = clock.now()
    const deadline = startedAt + deadlineOf(options, settings)
    const envelope = open()
    // Refused before anything else, also when no request would be sent.
    const endpoint = allowedEndpoint(envelope.apiEndpoint, transport.allowedOrigins)
    if (level === 'speaker' && !envelope.hasSpeaker) {
      return resultsBy(wanted, (field) => noSpeaker(field))
    }
    if (options.signal?.aborted) {
      return resultsBy(wanted, (field) => stoppedResult(field, 'aborted', 0, startedAt))
    }

    const limit = createLimit(deadline, options.signal)
    async function join(field: ProfileField): Promise<ProfileResult> {
      const entry = reads.get(field) ?? start(field, endpoint, envelope.token, deadline)
      entry.read.deadline = Math.max(entry.read.deadline, deadline)
      entry.waiting += 1
      const outcome = await Promise.race([entry.read.result, limit.reached])
      entry.waiting -= 1
      if (typeof outcome !== 'string') return outcome
      if (entry.waiting > 0) return stoppedResult(field, outcome, entry.read.attempts, startedAt)
      // Forgotten first: whoever asks again wants another try, not the one that is being stopped.
      if (reads.get(field) === entry) reads.delete(field)
      entry.read.stop(outcome)
      return entry.read.result
    }
    try {
      const results = await Promise.all(wanted.map(join))
      return resultsBy(wanted, (_, index) => results[index])
    } finally {
      limit.clear()
    }
  }

  /** Settles with the reason when the deadline passes or the caller aborts, whichever is first. */
  function createLimit(deadline: number, signal: AbortSignal | undefined) {
    let reach: (reason: 'timeout' | 'aborted') => void
    const reached = new Promise<'timeout' | 'aborted'>((resolve) => {
      reach = resolve
    })
    const stopListening = signal && onAbort(signal, () => reach('aborted'))
    const stopTimer = clock.after(Math.max(0, deadline - clock.now()), () => reach('timeout'))
    return {
      reached,
      clear() {
        stopTimer()
        stopListening?.()
      },
    }
  }

  function stoppedResult(
    field: ProfileField,
    failure: 'timeout' | 'aborted',
    attempts: number,
    startedAt: number,
  ): ProfileResult {
    return Object.freeze({ status: 'failed', failure, field, level, attempts, durationMs: elapsedMs(clock, startedAt) })
  }

  return read
}

function noSpeaker(field: ProfileField): ProfileResult {
  return Object.freeze({ status: 'no-speaker', field, level: 'speaker', attempts: 0, durationMs: 0 })
}

/** By its shape, since signals of other realms and polyfills are as good. */
function isAbortSignal(signal: unknown): boolean {
  return isObject(signal) && 'aborted' in signal && 'addEventListener' in signal
}

function pathOf(field: ProfileField, level: ProfileLevel): string {
  const paths: Readonly<Partial<Record<ProfileField, string>>> = fieldPaths[level]
  return paths[field] ?? ''
}

function checkReadOptions(options: ReadOptions): void {
  checkOptionNames(options, ['deadlineMs', 'signal'])
  if (options.signal === undefined || isAbortSignal(options.signal)) return
  throw new ProfileError('option-invalid', 'signal takes an AbortSignal.')
}

function deadlineOf({ deadlineMs }: ReadOptions, settings: ReadSettings): number {
  const wanted = deadlineMs === undefined ? settings.deadlineMs : checkDuration('deadlineMs', deadlineMs)
  const left = settings.timeLeftMs?.()
  return left === undefined || Number.isNaN(left) ? wanted : Math.min(wanted, Math.max(1, left - marginMs))
}

/** Whether asking again within the same request could not give another answer. */
function isFinal({ status }: ProfileResult): boolean {
  return status === 'available' || status === 'not-set' || status === 'permission-missing'
}

function resultsBy<Field extends ProfileField>(
  fields: readonly Field[],
  resultOf: (field: Field, index: number) => ProfileResult | undefined,
): ProfileResults<Field> {
  const entries = fields.map((field, index) => [field, resultOf(field, index)])
  return Object.freeze(Object.fromEntries(entries)) as ProfileResults<Field>
}
