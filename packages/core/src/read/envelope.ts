import { isObject, own } from '../base/own.js'
import { ProfileError } from '../base/profile-error.js'

/**
 * The part of Alexa's request that this library reads. ask-sdk-model's `RequestEnvelope` is assignable to it, and so is
 * any parsed request.
 */
export interface RequestEnvelope {
  readonly context: {
    readonly System: {
      /** The regional API host, as an origin: `https://api.amazonalexa.com`. */
      readonly apiEndpoint: string
      /** Valid for 300 s. Alexa sends it with every request, regardless of the customer's permissions. */
      readonly apiAccessToken?: string | undefined
      /** Present only if Alexa recognized the speaker. */
      readonly person?: { readonly personId?: string | undefined } | undefined
      /** Missing in skill events, which name no device. */
      readonly device?: { readonly deviceId?: string | undefined } | undefined
    }
  }
  /** Missing in events and other requests outside a conversation. `attributes` are those of the skill's last response. */
  readonly session?: (object & { readonly attributes?: Readonly<Record<string, unknown>> | undefined }) | undefined
  readonly request: { readonly type: string; readonly locale?: string | undefined }
}

/** The checked parts of an envelope that a read needs. */
export interface ReadableEnvelope {
  readonly apiEndpoint: string
  readonly token: string
  readonly hasSpeaker: boolean
  /** The unchecked device id. `undefined` if the request names no device. */
  readonly deviceId: unknown
}

/**
 * Checks an envelope and returns what a read needs. Uses own properties only, and turns errors of getters and proxies
 * into a `ProfileError`.
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
    // The error of a getter or proxy may quote the token, so nothing of it is passed on.
    throw new ProfileError('envelope-invalid', 'Reading context.System failed. Pass the parsed JSON that Alexa posted.')
  }
  throw new ProfileError(
    'envelope-invalid',
    'The envelope has no context.System. Pass the whole JSON that Alexa posted.',
  )
}

/** Returns the token, unchecked, to distinguish requests. */
export function tokenIn(envelope: unknown): unknown {
  try {
    return systemOf(envelope).token
  } catch {
    return undefined
  }
}

/** Returns the request's locale, or `undefined` if the envelope cannot be read. */
export function localeIn(envelope: unknown): string | undefined {
  try {
    const locale = own(own(envelope, 'request'), 'locale')
    return typeof locale === 'string' ? locale : undefined
  } catch {
    return undefined
  }
}
