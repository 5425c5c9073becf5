import { checkDuration, checkOptionNames } from '../base/check-option.js'
import type { Clock } from '../base/clock.js'
import { onAbort } from '../base/on-abort.js'
import { isObject, withoutPrototype } from '../base/own.js'
import { ProfileError } from '../base/profile-error.js'
import { checkFields } from '../fields/check-fields.js'
import type { FieldLevel } from '../fields/field.js'
import { levelOf, type ProfileField, type ProfileLevel } from '../fields/fields.js'
import type { ReadableEnvelope } from './envelope.js'
import { FieldRead, type FieldRequest, type ReadLimits, type ReadPolicy } from './field-read.js'
import type { EndpointUrls } from './field-urls.js'
import type { Failed, ProfileResult, ProfileResults } from './profile-result.js'
import type { ReadTime } from './read-time.js'

/** Options of one `read`. */
export interface ReadOptions {
  /**
   * The time limit for this read, including retries, in milliseconds. Default: the rest of the client's `deadlineMs`
   * (3000) that earlier reads of this request have left, or less if the invocation has less time.
   */
  readonly deadlineMs?: number | undefined
  /** Ends the read immediately. Fields that are not read yet are `failed` / `aborted`. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads fields in parallel. Each field is read at most once per reader: a second call joins a read in progress, and
 * reuses a final result (a value, not set, permission missing). Alexa's responses and failures are results and never
 * reject.
 *
 * @throws {ProfileError} (as a rejection) `envelope-invalid`, `token-missing`, `endpoint-not-allowed`,
 *   `field-unknown`, `option-invalid`, `client-closed`
 */
export type ReadFields<Readable extends ProfileField> = <Field extends Readable>(
  fields: readonly Field[],
  options?: ReadOptions,
) => Promise<ProfileResults<Field>>

/** The settings of all requests of a client. */
export interface ReadSettings {
  readonly policy: ReadPolicy
  readonly deadlineMs: number
}

/** What both readers of a request share. */
export interface RequestContext {
  /** Returns the checked envelope, or throws the reason why it is invalid. */
  readonly open: () => ReadableEnvelope
  /** Returns the time that the platform leaves, in milliseconds. Called at each read. `undefined`: no limit. */
  readonly timeLeftMs: (() => number | undefined) | undefined
  readonly time: ReadTime
  /** Reads of the device's fields, which both readers share. */
  readonly deviceReads: Map<ProfileField, FieldRead>
}

/** The part of the platform's time that is kept for the skill's response. */
const marginMs = 500

const noOptions: ReadOptions = Object.freeze(Object.create(null))

/** Reads the profile of one request's customer or speaker. */
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

  /** Reads fields in parallel. @param once the fields that are not worth a retry */
  async read<Field extends Readable>(
    fields: readonly Field[],
    given: ReadOptions = noOptions,
    once: readonly ProfileField[] = [],
  ): Promise<ProfileResults<Field>> {
    const { time, open } = this.#request
    const { clock, urls, maxRetries } = this.#settings.policy
    const wanted = checkFields(fields, this.#level)
    checkReadOptions(given)
    const options = withoutPrototype(given)
    const { signal } = options
    const startedAt = clock.now()
    const deadline = startedAt + this.#timeFor(options, startedAt)
    const envelope = open()
    const endpointUrls = urls.at(envelope.apiEndpoint)
    // All targets before the first request, because an invalid device id rejects the whole read.
    const targets = wanted.map((field) => this.#targetOf(field, envelope, endpointUrls))
    if (signal?.aborted) return this.#resultsSoFar(targets, 'aborted')
    if (deadline <= startedAt) return this.#resultsSoFar(targets, 'timeout')

    const reads = targets.map((target) => {
      if ('status' in target) return { result: target, waiting: 1 }
      return this.#join(target, { deadline, maxRetries: once.includes(target.field) ? 0 : maxRetries })
    })
    time.begin(startedAt)
    const outcome = await firstOf(Promise.all(reads.map(({ result }) => result)), deadline, signal, clock)
    for (const read of reads) read.waiting -= 1
    const results =
      typeof outcome === 'string'
        ? await Promise.all(reads.map((read) => this.#leave(read, outcome, startedAt)))
        : outcome
    // Timers fire up to a millisecond early, which is too little time for a read.
    time.end(outcome === 'timeout' ? Math.max(deadline, clock.now()) : clock.now())
    return byField(results)
  }

  /** Returns the request to send, or the result if no request is needed. */
  #targetOf(
    field: ProfileField,
    { token, hasSpeaker, deviceId }: ReadableEnvelope,
    urls: EndpointUrls,
  ): FieldRequest | ProfileResult {
    const level = levelOf(field, this.#level)
    if (level === 'speaker' && !hasSpeaker) return unread(field, level, { status: 'no-speaker' })
    if (level === 'device' && deviceId === undefined) return unread(field, level, { status: 'no-device' })
    return { field, level, token, url: urls.of(field, level, deviceId) }
  }

  #join(request: FieldRequest, limits: ReadLimits): FieldRead {
    let read = this.#known(request)
    if (read === undefined) {
      read = new FieldRead(request, limits, this.#settings.policy)
      this.#readsAt(request.level).set(request.field, read)
    } else {
      read.extend(limits)
    }
    read.waiting += 1
    return read
  }

  /** Returns a read in progress, or one with a final result. */
  #known({ field, level }: FieldRequest): FieldRead | undefined {
    const read = this.#readsAt(level).get(field)
    return read?.settled === undefined || isFinal(read.settled) ? read : undefined
  }

  #readsAt(level: FieldLevel): Map<ProfileField, FieldRead> {
    return level === 'device' ? this.#request.deviceReads : this.#reads
  }

  #leave(
    read: FieldRead | SettledRead,
    reason: 'timeout' | 'aborted',
    startedAt: number,
  ): ProfileResult | Promise<ProfileResult> {
    if (!(read instanceof FieldRead)) return read.result
    if (read.settled !== undefined) return read.settled
    if (read.waiting > 0) return read.resultSoFar(reason, startedAt)
    // Forgotten first, so that a later caller starts a new read instead of joining the one that is being stopped.
    const { field, level } = read.request
    const reads = this.#readsAt(level)
    if (reads.get(field) === read) reads.delete(field)
    read.stop(reason)
    return read.result
  }

  /** The results that are available without another request. */
  #resultsSoFar<Field extends ProfileField>(
    targets: readonly (FieldRequest | ProfileResult)[],
    failure: 'timeout' | 'aborted',
  ): ProfileResults<Field> {
    return byField(
      targets.map((target) => {
        if ('status' in target) return target
        const { field, level } = target
        return this.#known(target)?.settled ?? unread(field, level, { status: 'failed', failure })
      }),
    )
  }

  /** Returns the time for a read, in milliseconds; 0 when the reads of this request have used all their time. */
  #timeFor({ deadlineMs }: ReadOptions, now: number): number {
    const { time, timeLeftMs } = this.#request
    const wanted =
      deadlineMs === undefined
        ? Math.max(0, Math.floor(this.#settings.deadlineMs - time.totalMs(now)))
        : checkDuration('deadlineMs', deadlineMs)
    const left = timeLeftMs?.()
    return left === undefined || Number.isNaN(left) ? wanted : Math.min(wanted, Math.max(1, left - marginMs))
  }
}

/** Resolves with the results, or with the reason not to wait for them. */
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

/** A field that needs no request. */
interface SettledRead {
  readonly result: ProfileResult
  waiting: number
}

function unread(
  field: ProfileField,
  level: FieldLevel,
  reason: { readonly status: 'no-speaker' | 'no-device' } | Pick<Failed, 'status' | 'failure'>,
): ProfileResult {
  return Object.freeze({ ...reason, field, level, attempts: 0, durationMs: 0 })
}

/** Checks the shape, because signals of other realms and polyfills are valid, too. */
function isAbortSignal(signal: unknown): boolean {
  return isObject(signal) && 'aborted' in signal && 'addEventListener' in signal
}

function checkReadOptions(options: ReadOptions): void {
  checkOptionNames(options, ['deadlineMs', 'signal'])
  if (options.signal === undefined || isAbortSignal(options.signal)) return
  throw new ProfileError('option-invalid', 'signal must be an AbortSignal.')
}

/** Whether another request for the same field would return the same result. */
function isFinal({ status }: ProfileResult): boolean {
  return status === 'available' || status === 'not-set' || status === 'permission-missing'
}

function byField<Field extends ProfileField>(results: readonly ProfileResult[]): ProfileResults<Field> {
  return Object.freeze(Object.fromEntries(results.map((result) => [result.field, result]))) as ProfileResults<Field>
}
