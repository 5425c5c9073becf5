/** A card in the Alexa app that asks for permissions. */
export interface ConsentCard {
  readonly permissions: readonly string[]
  readonly state: 'open' | 'granted' | 'ignored'
  /**
   * Consents to all permissions of the card, for the customer: a card has no level, and what the Alexa app asks for when
   * a recognized speaker triggered it is not documented.
   *
   * @throws {EmulatorError} `skill-disabled`
   */
  grant(): void
  /** Leaves the card alone. It can still be granted later, as in the app. */
  ignore(): void
}

/** @internal */
export function createConsentCard(
  permissions: readonly string[],
  grantAll: () => void,
  changed: () => void,
): ConsentCard {
  let state: ConsentCard['state'] = 'open'
  return {
    permissions: [...permissions],
    get state() {
      return state
    },
    grant() {
      grantAll()
      state = 'granted'
      changed()
    },
    ignore() {
      if (state !== 'open') return
      state = 'ignored'
      changed()
    },
  }
}
