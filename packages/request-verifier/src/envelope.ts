import { isUtf8 } from 'node:buffer'
import { own } from './own.js'

/**
 * The part of the JSON that Alexa posts which most skills read; the rest is there too. For full types pass those of
 * ask-sdk-model: `createRequestVerifier<RequestEnvelope>(…)`.
 */
export interface RequestEnvelope {
  readonly version: string
  readonly context: {
    readonly System: {
      readonly application: { readonly applicationId: string }
      readonly apiEndpoint: string
      readonly apiAccessToken?: string | undefined
      readonly user: { readonly userId: string }
      readonly person?: { readonly personId?: string | undefined } | undefined
    }
  }
  /** Not there on events and other requests outside a conversation. */
  readonly session?:
    | {
        readonly attributes?: { readonly [name: string]: unknown } | undefined
        readonly [name: string]: unknown
      }
    | undefined
  readonly request: {
    readonly type: string
    readonly requestId: string
    readonly timestamp: string
    readonly locale?: string | undefined
    readonly [name: string]: unknown
  }
}

/** What the checks need of an envelope. Nothing here is proven before the signature is. */
export interface Claims {
  readonly type: string
  readonly requestId: unknown
  readonly timestamp: unknown
  /** The skill that the request is for, in each place that can name it. */
  readonly skillId: unknown
  readonly skillIdOfSession: unknown
}

/** `undefined` when it is not the JSON of an Alexa request, in UTF-8. */
export function parseEnvelope(body: Buffer): { envelope: unknown; claims: Claims } | undefined {
  // Decoding would put the same character for all bytes that are none.
  if (!isUtf8(body)) return undefined
  let envelope: unknown
  try {
    envelope = JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
  const request = own(envelope, 'request')
  const type = own(request, 'type')
  if (typeof type !== 'string') return undefined
  return {
    envelope,
    claims: {
      type,
      requestId: own(request, 'requestId'),
      timestamp: own(request, 'timestamp'),
      skillId: skillIdOf(own(own(envelope, 'context'), 'System')),
      skillIdOfSession: skillIdOf(own(envelope, 'session')),
    },
  }
}

function skillIdOf(place: unknown): unknown {
  return own(own(place, 'application'), 'applicationId')
}

/** Each place may be missing, but not both, and none may name another skill. */
export function isForOneOf(skillIds: ReadonlySet<unknown>, { skillId, skillIdOfSession }: Claims): boolean {
  if (skillId === undefined) return skillIds.has(skillIdOfSession)
  return skillIds.has(skillId) && (skillIdOfSession === undefined || skillIds.has(skillIdOfSession))
}
