import { ProfileError } from '../base/profile-error.js'

/**
 * Where Alexa serves its APIs. For the Far East, Amazon's reference names `api.fe.amazon.com`, but real requests carry
 * `api.fe.amazonalexa.com`, so both are listed.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/customer-profile-api-reference.html (read 2026-11-22)
 */
const alexaOrigins = [
  'https://api.amazonalexa.com',
  'https://api.eu.amazonalexa.com',
  'https://api.fe.amazonalexa.com',
  'https://api.fe.amazon.com',
]

/** The regions of a skill manifest, with the API origins that their requests carry. */
const regionalOrigins = {
  /** North America. */
  NA: 'https://api.amazonalexa.com',
  /** Europe and India. */
  EU: 'https://api.eu.amazonalexa.com',
  /** Far East. */
  FE: 'https://api.fe.amazonalexa.com',
}

/** A region of a skill manifest. */
export type AlexaRegion = keyof typeof regionalOrigins

/** Returns the endpoint of a region, which is the emulator's in development. Returns an endpoint unchanged. */
export function endpointOf(place: string): string {
  const endpoints: Readonly<Record<string, string>> = regionalOrigins
  return Object.hasOwn(endpoints, place) ? (developmentOrigin() ?? endpoints[place] ?? place) : place
}

/** The origins that may receive a token: Alexa's and those that the skill's developer added. */
export function allowOrigins(added: readonly string[] = []): ReadonlySet<string> {
  if (!Array.isArray(added)) throw new ProfileError('option-invalid', 'allowedEndpoints must be an array of origins.')
  return new Set([...alexaOrigins, ...added.map(checkAddedOrigin)])
}

/**
 * Returns the origin of an endpoint that may receive the token: https (or http on loopback), exactly an allowed host
 * and port, without credentials or a path.
 *
 * @throws {ProfileError} `endpoint-not-allowed`
 */
export function allowedEndpoint(apiEndpoint: string, allowed: ReadonlySet<string>): URL {
  const endpoint = parseOrigin(apiEndpoint)
  if (endpoint === undefined) {
    throw new ProfileError(
      'endpoint-not-allowed',
      'context.System.apiEndpoint is not an origin such as https://api.amazonalexa.com. Pass the request unchanged.',
    )
  }
  assertAllowed(endpoint, allowed)
  return endpoint
}

/** Checks that a URL may receive a token. @throws {ProfileError} `endpoint-not-allowed` */
export function assertAllowed(url: URL, allowed: ReadonlySet<string>): void {
  if (url.username !== '' || url.password !== '') {
    throw new ProfileError('endpoint-not-allowed', 'The endpoint contains credentials. Pass the request unchanged.')
  }
  if (allowed.has(url.origin) || url.origin === developmentOrigin()) return
  throw new ProfileError(
    'endpoint-not-allowed',
    `${url.protocol}//${url.host} is not an Alexa host. If it is your emulator or proxy, add its origin to \`allowedEndpoints\`.`,
  )
}

/**
 * The emulator's origin, which needs no configuration in development. Looked up only if the endpoint is not allowed
 * otherwise.
 */
function developmentOrigin(): string | undefined {
  const { NODE_ENV, ALEXA_PROFILE_ENDPOINT } = process.env
  if (NODE_ENV === 'production' || ALEXA_PROFILE_ENDPOINT === undefined) return undefined
  const url = parseOrigin(ALEXA_PROFILE_ENDPOINT)
  return url !== undefined && isLoopback(url) ? url.origin : undefined
}

export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

function checkAddedOrigin(added: unknown): string {
  const url = typeof added === 'string' ? parseOrigin(added) : undefined
  if (url === undefined) {
    throw new ProfileError('option-invalid', 'allowedEndpoints must contain origins, such as http://127.0.0.1:4567.')
  }
  if (url.protocol !== 'https:' && !isLoopback(url)) {
    throw new ProfileError(
      'option-invalid',
      `${url.origin} in allowedEndpoints would get tokens in clear text. Use https.`,
    )
  }
  return url.origin
}

/** Accepts an origin only, and nothing that a URL parser would silently repair or drop. */
function parseOrigin(text: string): URL | undefined {
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  const written = text.toLowerCase().replace(/\/$/, '')
  const defaultPort = url.protocol === 'https:' ? 443 : 80
  return written === url.origin || written === `${url.origin}:${defaultPort}` ? url : undefined
}
