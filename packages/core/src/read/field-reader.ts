import { checkDuration, checkOptionNames } from '../base/check-option.js'
import type { Clock } from '../base/clock.js'
import { onAbort } from '../base/on-abort.js'
import { isObject } from '../base/own.js'
import { ProfileError } from '../base/profile-error.js'
import { checkFields } from '../fields/check-fields.js'
import type { ProfileField, ProfileLevel } from '../fields/fields.js'
import type { ReadableEnvelope } from './envelope.js'
import { FieldRead, type ReadLimits, type ReadPolicy } from './field-read.js'
import type { ProfileResult, ProfileResults } from './profile-result.js'
import type { ReadTime } from './read-time.js'

export interface ReadOptions {
  /**
   * How long this read may take in all, retries included, in milliseconds. Default: what earlier reads of this request
   * have left of the client's `deadlineMs` (3000), or less where the invocation has less left.
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

/** The same for all requests of a client. */
export interface ReadSettings {
  readonly policy: ReadPolicy
  readonly deadlineMs: number
}

/** The same for both levels of a request. */
export interface RequestContext {
  /** Gives the checked envelope, or throws what is wrong with it. */
  readonly open: () => ReadableEnvelope
  /** What the platform leaves, in milliseconds, asked at each read; `undefined` where there is no limit. */
  readonly timeLeftMs: (() => number | undefined) | undefined
  readonly time: ReadTime
}

/** Kept of the platform's time for the answer itself, once the profile is read. */
const marginMs = 500

/** Reads one level of one request's profile. */
export class FieldReader<Readable extends ProfileField> {
  readonly #level: ProfileLevel
  readonly #request: RequestContext
  readonly #settings: ReadSettings
  readonly #reads = new Map<ProfileField, FieldRead>()

  constructor(level: ProfileLevel, request: RequestContext, settings: ReadSettings) {
    this.#level = level
    this.#request = request
    this.#settings = settings
  }

  /** @param once those of the fields that are not worth a retry */
  async read<Field extends Readable>(
    fields: readonly Field[],
    options: ReadOptions = {},
    once: readonly ProfileField[] = [],
  ): Promise<ProfileResults<Field>> {
    const { time, open } = this.#request
    const { clock, urls, maxRetries } = this.#settings.policy
    const wanted = checkFields(fields, this.#level)
    checkReadOptions(options)
    const startedAt = clock.now()
    const deadline = startedAt + this.#timeFor(options, startedAt)
    const { apiEndpoint, token, hasSpeaker } = open()
    // Refused before anything else, also when no request would be sent.
    const urlOf = urls.at(apiEndpoint)[this.#level]
    if (this.#level === 'speaker' && !hasSpeaker) return resultsBy(wanted, noSpeaker)
    if (options.signal?.aborted) return resultsBy(wanted, (field) => this.#unread(field, 'aborted'))
    if (deadline <= startedAt) {
      return resultsBy(wanted, (field) => this.#known(field)?.settled ?? this.#unread(field, 'timeout'))
    }

    const reads = wanted.map((field) =>
      this.#join(field, urlOf[field], token, { deadline, maxRetries: once.includes(field) ? 0 : maxRetries }),
    )
    time.begin(startedAt)
    const outcome = await firstOf(Promise.all(reads.map(({ result }) => result)), deadline, options.signal, clock)
    for (const read of reads) read.waiting -= 1
    const results =
      typeof outcome === 'string'
        ? await Promise.all(reads.map((read) => this.#leave(read, outcome, startedAt)))
        : outcome
    // Timers go off up to a millisecond early, and that is no time to read in.
    time.end(outcome === 'timeout' ? Math.max(deadline, clock.now()) : clock.now())
    return resultsBy(wanted, (_, index) => results[index])
  }

  #join(field: ProfileField, url: URL, token: string, limits: ReadLimits): FieldRead {
    let read = this.#known(field)
    if (read === undefined) {
      read = new FieldRead({ url, token, field, level: this.#level }, limits, this.#settings.policy)
      this.#reads.set(field, read)
    } else {
      read.extend(limits)
    }
    read.waiting += 1
    return read
  }

  /** A read that is under way, or whose answer settled the matter. */
  #known(field: ProfileField): FieldRead | undefined {
    const read = this.#reads.get(field)
    return read?.settled === undefined || isFinal(read.settled) ? read : undefined
  }

  #leave(read: FieldRead, reason: 'timeout' | 'aborted', startedAt: number): ProfileResult | Promise<ProfileResult> {
    if (read.settled !== undefined) return read.settled
    if (read.waiting > 0) return read.resultSoFar(reason, startedAt)
    // Forgotten first: whoever asks again wants another try, not the one that is being stopped.
    if (this.#reads.get(read.field) === read) this.#reads.delete(read.field)
    read.stop(reason)
    return read.result
  }

  /** Milliseconds; 0 when the reads of this request have had all their time. */
  #timeFor({ deadlineMs }: ReadOptions, now: number): number {
    const { time, timeLeftMs } = this.#request
    const wanted =
      deadlineMs === undefined
        ? Math.max(0, Math.floor(this.#settings.deadlineMs - time.totalMs(now)))
        : checkDuration('deadlineMs', deadlineMs)
    const left = timeLeftMs?.()
    return left === undefined || Number.isNaN(left) ? wanted : Math.min(wanted, Math.max(1, left - marginMs))
  }

  #unread(field: ProfileField, failure: 'timeout' | 'aborted'): ProfileResult {
    return Object.freeze({ status: 'failed', failure, field, level: this.#level, attempts: 0, durationMs: 0 })
  }
}

/** The results, or the reason why they are not awaited any longer. */
function firstOf<Results>(
  results: Promise<Results>,
  deadline: number,
  signal: AbortSignal | undefined,
  clock: Clock,
): Promise<Results | 'timeout' | 'aborted'> {
  return new Promise((resolve) => {
    const stopTimer = clock.after(Math.max(0, deadline - clock.now()), () => settle('timeout'))
    const stopListening = signal && onAbort(signal, () => settle('aborted'))
    function settle(outcome: Results | 'timeout' | 'aborted'): void {
      stopTimer()
      stopListening?.()
      resolve(outcome)
    }
    void results.then(settle)
  })
}

function noSpeaker(field: ProfileField): ProfileResult {
  return Object.freeze({ status: 'no-speaker', field, level: 'speaker', attempts: 0, durationMs: 0 })
}

/** By its shape, since signals of other realms and polyfills are as good. */
function isAbortSignal(signal: unknown): boolean {
  return isObject(signal) && 'aborted' in signal && 'addEventListener' in signal
}

function checkReadOptions(options: ReadOptions): void {
  checkOptionNames(options, ['deadlineMs', 'signal'])
  if (options.signal === undefined || isAbortSignal(options.signal)) return
  throw new ProfileError('option-invalid', 'signal takes an AbortSignal.')
}

/** Whether asking again within the same request could not give another answer. */
function isFinal({ status }: ProfileResult): boolean {
  return status === 'available' || status === 'not-set' || status === 'permission-missing'
}

function resultsBy<Field extends ProfileField>(
  fields: readonly Field[],
  resultOf: (field: Field, index: number) => ProfileResult | undefined,
): ProfileResults<Field> {
  const results: Partial<Record<Field, ProfileResult>> = {}
  fields.forEach((field, index) => {
    const result = resultOf(field, index)
    if (result !== undefined) results[field] = result
  })
  return Object.freeze(results) as ProfileResults<Field>
}
