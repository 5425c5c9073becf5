import { parseCertificate } from './certificate/certificate.js'
import type { FetchCertificate } from './certificate/certificate-store.js'
import { splitPem } from './certificate/split-pem.js'
import { RequestVerifierError } from './request-verifier-error.js'
import type { TimestampTolerance } from './timestamp.js'

export interface RequestVerifierOptions {
  /** The ids of the skills that this server answers for, `amzn1.ask.skill.…`. Requests for any other are rejected. */
  readonly skillIds: string | readonly string[]
  /**
   * The certificates in PEM that a chain must end in; each text may hold several. They replace the default: Node's
   * own roots (`tls.rootCertificates`). For development, and for servers that bring their own roots.
   */
  readonly trustedRoots?: string | readonly string[] | undefined
  /**
   * Gets the text of a certificate URL. Is called with URLs below `https://s3.amazonaws.com/echo.api/` only, once for
   * concurrent requests, twice at a time at most, and once a day for a certificate that is known. A function that throws, a
   * wait of more than 3 s or more than 64 KiB is the rejection `certificate-unavailable`. An error with the `status` or
   * `statusCode` 403 or 404, or the `code` `HTTP_403` or `HTTP_404`, says that Amazon has withdrawn the certificate.
   * Default: a download over HTTPS, on one kept connection, that follows no redirect.
   *
   * @example
   * async fetchCertificate(url, { signal }) {
   *   const response = await fetch(url, { signal, redirect: 'error', dispatcher })
   *   if (response.ok) return response.text()
   *   throw Object.assign(new Error('No certificate'), { status: response.status })
   * }
   */
  readonly fetchCertificate?: FetchCertificate | undefined
  /** The time, in milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: (() => number) | undefined
  /**
   * How old a request may be, in milliseconds. Default 150,000, which is Alexa's limit; at most 3,600,000. Above Alexa's
   * limit the process warns, since Amazon certifies no skill that accepts older requests.
   */
  readonly timestampToleranceMs?: number | undefined
  /**
   * How old a skill event or list event may be, in milliseconds. Default and maximum 3,600,000: Alexa delivers events
   * again for an hour, with the timestamp of the first attempt.
   */
  readonly eventToleranceMs?: number | undefined
  /**
   * How far ahead of this server's clock Alexa's may be, in milliseconds. Default 30,000; 0 for not at all. Above 150,000
   * the process warns.
   */
  readonly futureToleranceMs?: number | undefined
  /**
   * Refuses a request id that this verifier has accepted before. Not for events, which Alexa rightly delivers again: a
   * handler compares their `requestId` itself. The memory is this process's; behind a load balancer another process may
   * accept the replay. Default: false.
   */
  readonly rejectReplays?: boolean | undefined
  /** The longest body that is looked at, in bytes. Default 262,144: session attributes alone can be 120 KB. */
  readonly maxBodyBytes?: number | undefined
}

/** The options, checked, with defaults. */
export interface VerifierSettings extends TimestampTolerance {
  readonly skillIds: ReadonlySet<unknown>
  /** In DER, one each; `undefined` for Node's. */
  readonly trustedRoots: readonly Buffer[] | undefined
  readonly fetchCertificate: FetchCertificate | undefined
  readonly clock: () => number
  readonly rejectReplays: boolean
  readonly maxBodyBytes: number
}

const hourMs = 3_600_000
/** @see https://developer.amazon.com/docs/custom-skills/host-a-custom-skill-as-a-web-service.html (read 2026-11-22) */
const alexasLimitMs = 150_000

/** @throws {RequestVerifierError} `option-invalid` */
export function resolveOptions(options: RequestVerifierOptions): VerifierSettings {
  if (typeof options !== 'object' || options === null) throw invalid('Pass an object with skillIds.')
  const {
    skillIds,
    trustedRoots,
    fetchCertificate,
    clock = () => Date.now(),
    timestampToleranceMs = alexasLimitMs,
    eventToleranceMs = hourMs,
    futureToleranceMs = 30_000,
    rejectReplays = false,
    maxBodyBytes = 262_144,
    ...unknown
  } = options
  const [spelledWrong] = Object.keys(unknown)
  if (spelledWrong !== undefined) throw invalid(`There is no option ${JSON.stringify(spelledWrong)}.`)
  if (fetchCertificate !== undefined && typeof fetchCertificate !== 'function') {
    throw invalid('fetchCertificate takes a function.')
  }
  if (typeof clock !== 'function') throw invalid('clock takes a function.')
  if (typeof rejectReplays !== 'boolean') throw invalid('rejectReplays takes true or false.')
  return {
    skillIds: new Set(checkSkillIds(skillIds)),
    trustedRoots: trustedRoots === undefined ? undefined : checkRoots(trustedRoots),
    fetchCertificate,
    clock,
    timestampToleranceMs: checkTolerance('timestampToleranceMs', timestampToleranceMs, 1),
    eventToleranceMs: checkWithin('eventToleranceMs', eventToleranceMs, 1, hourMs),
    futureToleranceMs: checkTolerance('futureToleranceMs', futureToleranceMs, 0),
    rejectReplays,
    maxBodyBytes: checkWithin('maxBodyBytes', maxBodyBytes, 1, 16_777_216),
  }
}

function checkSkillIds(skillIds: unknown): readonly string[] {
  const ids: readonly unknown[] = Array.isArray(skillIds) ? skillIds : [skillIds]
  if (ids.length > 0 && ids.every((id): id is string => typeof id === 'string' && id.trim() !== '')) return ids
  throw invalid("skillIds takes your skill's id, amzn1.ask.skill.…, or several; is an environment variable empty?")
}

function checkRoots(trustedRoots: unknown): Buffer[] {
  const texts: readonly unknown[] = Array.isArray(trustedRoots) ? trustedRoots : [trustedRoots]
  const roots = texts.flatMap((text) => {
    const found = typeof text === 'string' ? splitPem(text) : []
    if (found.length === 0 || !found.every(parseCertificate)) throw invalid('trustedRoots takes certificates in PEM.')
    return found
  })
  if (roots.length > 0) return roots
  throw invalid("trustedRoots is empty, which would reject every request; leave it out for Node's roots.")
}

function checkTolerance(name: string, value: unknown, least: number): number {
  const toleranceMs = checkWithin(name, value, least, hourMs)
  if (toleranceMs > alexasLimitMs) {
    process.emitWarning(
      `${name} is ${toleranceMs}, but Alexa's limit is ${alexasLimitMs}. Amazon tests it before it certifies a skill.`,
      { code: 'ALEXA_PROFILE_TOLERANCE' },
    )
  }
  return toleranceMs
}

function checkWithin(name: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && value >= least && value <= most) return value
  throw invalid(`${name} takes a number from ${least} to ${most}.`)
}

function invalid(detail: string): RequestVerifierError {
  return new RequestVerifierError('option-invalid', detail)
}
