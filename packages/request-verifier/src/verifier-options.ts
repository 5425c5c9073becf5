import { parseCertificate } from './certificate/certificate.js'
import type { FetchCertificate } from './certificate/certificate-store.js'
import { splitPem } from './certificate/split-pem.js'
import { RequestVerifierError } from './request-verifier-error.js'
import type { TimestampTolerance } from './timestamp.js'

/** Options of `createRequestVerifier`. */
export interface RequestVerifierOptions {
  /** The ids of the skills that this server hosts: `amzn1.ask.skill.…`. Requests for any other skill are rejected. */
  readonly skillIds: string | readonly string[]
  /**
   * The root certificates that a chain must end at, in PEM. Each string may contain several. For development, and for
   * servers with their own roots. Default: Node's roots (`tls.rootCertificates`), which this option replaces.
   */
  readonly trustedRoots?: string | readonly string[] | undefined
  /**
   * Returns the text at a certificate URL. Called only for URLs below `https://s3.amazonaws.com/echo.api/`: once for
   * concurrent requests, at most twice at a time, and once a day for a known certificate. If it throws, takes more than
   * 3 s or returns more than 64 KiB, the rejection is `certificate-unavailable`. An error with the `status` or
   * `statusCode` 403 or 404, or the `code` `HTTP_403` or `HTTP_404`, means that Amazon has withdrawn the certificate.
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
  /** Returns the time, in milliseconds since 1970. Default: `Date.now`. */
  readonly clock?: (() => number) | undefined
  /**
   * The maximum age of a request, in milliseconds. Default: 150,000, which is Alexa's limit. Maximum: 3,600,000. The
   * process warns above Alexa's limit, because Amazon does not certify skills that accept older requests.
   */
  readonly timestampToleranceMs?: number | undefined
  /**
   * The maximum age of a skill event or list event, in milliseconds. Default and maximum: 3,600,000. Alexa delivers
   * events again for an hour, with the timestamp of the first attempt.
   */
  readonly eventToleranceMs?: number | undefined
  /**
   * The maximum time by which Alexa's clock may be ahead of this server's, in milliseconds. 0 allows no difference.
   * Default: 30,000. The process warns above 150,000.
   */
  readonly futureToleranceMs?: number | undefined
  /**
   * Rejects a request id that this verifier has accepted before. Not applied to events, which Alexa delivers again on
   * purpose: compare their `requestId` in your handler. The memory belongs to this process, so another process behind a
   * load balancer may accept the replay. Default: false.
   */
  readonly rejectReplays?: boolean | undefined
  /** The maximum length of a body, in bytes. Default: 262,144, because session attributes alone can have 120 KB. */
  readonly maxBodyBytes?: number | undefined
}

/** The checked options, with defaults. */
export interface VerifierSettings extends TimestampTolerance {
  readonly skillIds: ReadonlySet<unknown>
  /** The trusted roots, in DER, one each. `undefined`: Node's roots. */
  readonly trustedRoots: readonly Buffer[] | undefined
  readonly fetchCertificate: FetchCertificate | undefined
  readonly clock: () => number
  readonly rejectReplays: boolean
  readonly maxBodyBytes: number
}

const hourMs = 3_600_000
/** @see https://developer.amazon.com/docs/custom-skills/host-a-custom-skill-as-a-web-service.html (read 2026-11-22) */
const alexasLimitMs = 150_000

const optionNames: readonly (keyof RequestVerifierOptions)[] = [
  'skillIds',
  'trustedRoots',
  'fetchCertificate',
  'clock',
  'timestampToleranceMs',
  'eventToleranceMs',
  'futureToleranceMs',
  'rejectReplays',
  'maxBodyBytes',
]

/** Checks the options and adds the defaults. @throws {RequestVerifierError} `option-invalid`, `option-unknown` */
export function resolveOptions(options: RequestVerifierOptions): VerifierSettings {
  if (typeof options !== 'object' || options === null) throw invalid('Options must be an object with skillIds.')
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
  if (spelledWrong !== undefined) {
    throw new RequestVerifierError(
      'option-unknown',
      `Unknown option ${JSON.stringify(spelledWrong)}. Known options: ${optionNames.join(', ')}.`,
    )
  }
  if (fetchCertificate !== undefined && typeof fetchCertificate !== 'function') {
    throw invalid('fetchCertificate must be a function.')
  }
  if (typeof clock !== 'function') throw invalid('clock must be a function.')
  if (typeof rejectReplays !== 'boolean') throw invalid('rejectReplays must be true or false.')
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
  throw invalid(
    "skillIds must be your skill's id (amzn1.ask.skill.…), or an array of ids. Is an environment variable empty?",
  )
}

function checkRoots(trustedRoots: unknown): Buffer[] {
  const texts: readonly unknown[] = Array.isArray(trustedRoots) ? trustedRoots : [trustedRoots]
  const roots = texts.flatMap((text) => {
    const found = typeof text === 'string' ? splitPem(text) : []
    if (found.length === 0 || !found.every(parseCertificate))
      throw invalid('trustedRoots must contain PEM certificates.')
    return found
  })
  if (roots.length > 0) return roots
  throw invalid("trustedRoots is empty, which would reject every request. Leave it out to use Node's roots.")
}

function checkTolerance(name: string, value: unknown, least: number): number {
  const toleranceMs = checkWithin(name, value, least, hourMs)
  if (toleranceMs > alexasLimitMs) {
    process.emitWarning(
      `${name} is ${toleranceMs}, above Alexa's limit of ${alexasLimitMs}. Lower it: Amazon tests this before it certifies a skill.`,
      { code: 'ALEXA_PROFILE_TOLERANCE' },
    )
  }
  return toleranceMs
}

function checkWithin(name: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && value >= least && value <= most) return value
  throw invalid(`${name} must be a number from ${least} to ${most}.`)
}

function invalid(message: string): RequestVerifierError {
  return new RequestVerifierError('option-invalid', message)
}
