import { isUtf8 } from 'node:buffer'
import { own } from './own.js'

/**
 * The part of Alexa's request that most skills read. The rest is there, too. For full types, use ask-sdk-model's:
 * `createRequestVerifier<RequestEnvelope>(…)`.
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
  /** Missing in events and other requests outside a conversation. */
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

/** The parts of an envelope that the checks need. Nothing here is proven before the signature is. */
export interface Claims {
  readonly type: string
  readonly requestId: unknown
  readonly timestamp: unknown
  /** The skill id, from each place that may contain one. */
  readonly skillId: unknown
  readonly skillIdOfSession: unknown
}

/** Parses a body. Returns `undefined` if it is not an Alexa request as JSON in UTF-8. */
export function parseEnvelope(body: Buffer): { envelope: unknown; claims: Claims } | undefined {
  // Decoding would replace all invalid bytes with the same character.
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

/**
 * Whether the request is for one of the skills. Either place may be missing, but not both, and neither may name another
 * skill.
 */
export function isForOneOf(skillIds: ReadonlySet<unknown>, { skillId, skillIdOfSession }: Claims): boolean {
  if (skillId === undefined) return skillIds.has(skillIdOfSession)
  return skillIds.has(skillId) && (skillIdOfSession === undefined || skillIds.has(skillIdOfSession))
}
