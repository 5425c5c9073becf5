/** A card in the Alexa app that asks for permissions. */
export interface ConsentCard {
  readonly permissions: readonly string[]
  /** `withdrawn` when the customer granted it, and one of its permissions is not granted any more. */
  readonly state: 'open' | 'granted' | 'ignored' | 'withdrawn'
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

export interface ConsentCardParts {
  readonly grantAll: () => void
  readonly isGranted: (scope: string) => boolean
  /** Another one once the skill was disabled and enabled again, which withdraws what the card had granted. */
  readonly userId: () => string
  readonly changed: () => void
}

export function createConsentCard(
  permissions: readonly string[],
  { grantAll, isGranted, userId, changed }: ConsentCardParts,
): ConsentCard {
  let state: 'open' | 'granted' | 'ignored' = 'open'
  let grantedAs: string | undefined
  return {
    permissions: [...permissions],
    get state() {
      const isWithdrawn = state === 'granted' && !(grantedAs === userId() && permissions.every(isGranted))
      return isWithdrawn ? 'withdrawn' : state
    },
    grant() {
      grantAll()
      state = 'granted'
      grantedAs = userId()
      changed()
    },
    ignore() {
      if (state !== 'open') return
      state = 'ignored'
      changed()
    },
  }
}
