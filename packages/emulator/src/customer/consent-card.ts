import type { Grant } from './consent-ledger.js'
import type { ConsentCard, Speaker } from './customer.js'
import { speakerScopes } from './customer-scopes.js'
import { manifestSpelling } from './manifest-spelling.js'

/** The parts of a consent card. @internal */
export interface ConsentCardParts {
  /** What the card grants if `grant` is called without a speaker. */
  readonly grants: readonly Grant<Speaker>[]
  readonly grantAll: (grants: readonly Grant<Speaker>[]) => void
  readonly isGranted: (grant: Grant<Speaker>) => boolean
  /** Throws for a speaker of another customer. */
  readonly checkSpeaker: (speaker: Speaker) => void
  /**
   * Returns a different id once the skill was disabled and enabled again, which withdraws what the card had granted.
   */
  readonly userId: () => string
  readonly changed: () => void
}

/** Creates a consent card. @internal */
export function createConsentCard(permissions: readonly string[], parts: ConsentCardParts): ConsentCard {
  const { grantAll, isGranted, checkSpeaker, userId, changed } = parts
  let state: 'open' | 'granted' | 'ignored' = 'open'
  let granted: { readonly userId: string; readonly grants: readonly Grant<Speaker>[] } | undefined
  return {
    permissions: [...permissions],
    get state() {
      const isWithdrawn = state === 'granted' && !(granted?.userId === userId() && granted.grants.every(isGranted))
      return isWithdrawn ? 'withdrawn' : state
    },
    grant({ speaker } = {}) {
      if (speaker !== undefined) checkSpeaker(speaker)
      const grants = speaker === undefined ? parts.grants : grantsOf(permissions, speaker)
      grantAll(grants)
      state = 'granted'
      granted = { userId: userId(), grants }
      changed()
    },
    ignore() {
      if (state !== 'open') return
      state = 'ignored'
      changed()
    },
  }
}

/**
 * Assigns each scope to the speaker if a speaker can grant it, or else to the customer.
 *
 * @internal
 */
export function grantsOf(permissions: readonly string[], speaker: Speaker | undefined): Grant<Speaker>[] {
  return permissions.map(manifestSpelling).map((scope) => ({
    scope,
    ...(speaker && speakerScopes.has(scope) && { person: speaker }),
  }))
}
