import { isObject, own } from '../base/own.js'
import { ProfileError } from '../base/profile-error.js'

/**
 * The part of the JSON that Alexa posts which this library looks at. ask-sdk-model's `RequestEnvelope` is assignable,
 * and so is any parsed request.
 */
export interface RequestEnvelope {
  readonly context: {
    readonly System: {
      /** The regional API host, as an origin: `https://api.amazonalexa.com`. */
      readonly apiEndpoint: string
      /** Lives for 300 s in a session and is in every request, whatever the customer has granted. */
      readonly apiAccessToken?: string | undefined
      /** Only there when Alexa recognized who is speaking. */
      readonly person?: { readonly personId?: string | undefined } | undefined
      /** Missing on skill events, which name no device. */
      readonly device?: { readonly deviceId?: string | undefined } | undefined
    }
  }
  /** Not there on events and other requests outside a conversation. `attributes` are what the last answer gave it. */
  readonly session?: (object & { readonly attributes?: Readonly<Record<string, unknown>> | undefined }) | undefined
  readonly request: { readonly type: string; readonly locale?: string | undefined }
}

/** What a read needs of an envelope, checked. */
export interface ReadableEnvelope {
  readonly apiEndpoint: string
  readonly token: string
  readonly hasSpeaker: boolean
  /** As it was sent; `undefined` if the request names no device. */
  readonly deviceId: unknown
}

/**
 * Takes out of an envelope what a read needs. Trusts nothing: only own properties count, and whatever throws on the
 * way is a misuse like any other.
 *
 * @throws {ProfileError} `envelope-invalid`, `token-missing`
 */
export function readEnvelope(envelope: unknown): ReadableEnvelope {
  const { apiEndpoint, token, personId, deviceId } = systemOf(envelope)
  if (typeof apiEndpoint !== 'string') {
    throw new ProfileError('envelope-invalid', 'context.System.apiEndpoint is not a string. Pass the whole request.')
  }
  if (token === undefined || token === null || (typeof token === 'string' && token.trim() === '')) {
    throw new ProfileError('token-missing', 'context.System.apiAccessToken is missing. Pass the request unchanged.')
  }
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) {
    throw new ProfileError(
      'envelope-invalid',
      'context.System.apiAccessToken is not a bearer token. Pass the request unchanged.',
    )
  }
  return { apiEndpoint, token, hasSpeaker: typeof personId === 'string', deviceId: deviceId ?? undefined }
}

interface System {
  readonly apiEndpoint: unknown
  readonly token: unknown
  readonly personId: unknown
  readonly deviceId: unknown
}

function systemOf(envelope: unknown): System {
  let system: unknown
  try {
    system = own(own(envelope, 'context'), 'System')
    if (isObject(system)) {
      return {
        apiEndpoint: own(system, 'apiEndpoint'),
        token: own(system, 'apiAccessToken'),
        personId: own(own(system, 'person'), 'personId'),
        deviceId: own(own(system, 'device'), 'deviceId'),
      }
    }
  } catch {
    // An error of a getter or proxy may quote the token, so nothing of it is passed on.
    throw new ProfileError('envelope-invalid', 'Reading context.System failed. Pass the parsed JSON that Alexa posted.')
  }
  throw new ProfileError(
    'envelope-invalid',
    'The envelope has no context.System. Pass the whole JSON that Alexa posted.',
  )
}

/** The token, whatever it is; to tell requests apart. */
export function tokenIn(envelope: unknown): unknown {
  try {
    return systemOf(envelope).token
  } catch {
    return undefined
  }
}

/** The request's locale. `undefined` for an envelope that cannot be read. */
export function localeIn(envelope: unknown): string | undefined {
  try {
    const locale = own(own(envelope, 'request'), 'locale')
    return typeof locale === 'string' ? locale : undefined
  } catch {
    return undefined
  }
}
