import { randomBytes } from 'node:crypto'

/** The customer and speaker whose data a token gives access to. */
export interface TokenOwner<Customer, Person> {
  readonly customer: Customer
  readonly speaker?: Person | undefined
  /** The request that contains the token. */
  readonly envelopeRequestId: string
}

/** The state of the token in the `Authorization` header of a request. */
export type TokenState = 'valid' | 'expired' | 'unknown' | 'missing'

export interface TokenCheck<Customer, Person> {
  readonly state: TokenState
  /** The owner of the token; also known for an expired token, until the store drops it. */
  readonly owner?: TokenOwner<Customer, Person>
}

export interface TokenStore<Customer, Person> {
  /** Issues a token. @param lifetimeMs Default: the lifetime of a token in a session. */
  issue(owner: TokenOwner<Customer, Person>, lifetimeMs?: number): string
  check(authorization: string | undefined): TokenCheck<Customer, Person>
  expireAll(): void
}

/**
 * Tokens in requests of a session are valid for five minutes, as seen in real requests. Amazon only says that they
 * expire.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/customer-profile-api-reference.html (read 2026-11-22)
 */
const sessionLifetimeMs = 300_000

/** The lifetime of tokens in skill events: an hour, as seen in real requests. */
export const eventTokenLifetimeMs = 3_600_000

/** Issues opaque access tokens. At most `maximum` are kept. The oldest are dropped first, and are then `unknown`. */
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
