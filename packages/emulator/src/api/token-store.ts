import { randomBytes } from 'node:crypto'

/** Whose data a token gives access to. */
export interface TokenOwner<Customer, Person> {
  readonly customer: Customer
  readonly speaker?: Person | undefined
  /** The request that brings the token to the skill. */
  readonly envelopeRequestId: string
}

/** What the emulator finds in the `Authorization` header of a request. */
export type TokenState = 'valid' | 'expired' | 'unknown' | 'missing'

export interface TokenCheck<Customer, Person> {
  readonly state: TokenState
  /** Known for an expired token too, until the store forgets it. */
  readonly owner?: TokenOwner<Customer, Person>
}

export interface TokenStore<Customer, Person> {
  /** @param lifetimeMs Default: that of a token in a session. */
  issue(owner: TokenOwner<Customer, Person>, lifetimeMs?: number): string
  check(authorization: string | undefined): TokenCheck<Customer, Person>
  expireAll(): void
}

/**
 * Tokens in requests of a session live five minutes: seen in real requests; Amazon only says that they expire.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/customer-profile-api-reference.html (read 2026-11-22)
 */
const sessionLifetimeMs = 300_000

/** Those in skill events live an hour: seen too. */
export const eventTokenLifetimeMs = 3_600_000

/** Opaque access tokens. At most `maximum` are kept; the oldest are forgotten first, and are then `unknown`. */
export function createTokenStore<Customer, Person>({
  now = () => Date.now(),
  maximum = 10_000,
}: {
  now?: () => number
  maximum?: number
} = {}): TokenStore<Customer, Person> {
  const tokens = new Map<string, { owner: TokenOwner<Customer, Person>; expiresAtMs: number }>()
  return {
    issue(owner, lifetimeMs = sessionLifetimeMs) {
      const token = randomBytes(48).toString('base64url')
      tokens.set(token, { owner, expiresAtMs: now() + lifetimeMs })
      for (const oldest of tokens.keys()) {
        if (tokens.size <= maximum) break
        tokens.delete(oldest)
      }
      return token
    },
    check(authorization) {
      const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
      if (token === undefined) return { state: 'missing' }
      const found = tokens.get(token)
      if (found === undefined) return { state: 'unknown' }
      return { state: found.expiresAtMs > now() ? 'valid' : 'expired', owner: found.owner }
    },
    expireAll() {
      for (const entry of tokens.values()) entry.expiresAtMs = Number.NEGATIVE_INFINITY
    },
  }
}
