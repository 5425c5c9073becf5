/** What the page can have done, by name, and what each takes. */
export interface ConsoleCommands {
  open: Record<string, never>
  say: { readonly intent: string; readonly slots: Readonly<Record<string, string>> }
  'answer-consent': { readonly answer: 'accept' | 'deny' | 'silence' | 'redirect' | 'failure' }
  end: Record<string, never>
  replay: { readonly turnId: number }
  'start-over': Record<string, never>
  'set-locale': { readonly locale: string }
  'choose-household': { readonly householdId: number }
  'add-household': { readonly data: ProfileDataInput }
  /** Null is somebody whom Alexa does not recognize. */
  'choose-speaker': { readonly speakerId: number | null }
  'add-speaker': { readonly data: ProfileDataInput }
  /** Of the speaker, where one is given, else of the account. Null takes a value off file. */
  'set-data': { readonly speakerId?: number; readonly values: ProfileDataInput }
  'set-permission': { readonly speakerId?: number; readonly scope: string; readonly granted: boolean }
  'grant-card': { readonly cardId: number }
  'ignore-card': { readonly cardId: number }
  'set-skill-enabled': { readonly enabled: boolean }
  declare: { readonly scopes: readonly string[] }
  'set-situation': {
    readonly name: string
    readonly on: boolean
    readonly requests?: number
    readonly delayMs?: number
  }
  'clear-situations': Record<string, never>
  'expire-tokens': Record<string, never>
}

export type ConsoleCommandName = keyof ConsoleCommands

/** Values by field; null for none. */
export interface ProfileDataInput {
  readonly name?: string | null
  readonly givenName?: string | null
  readonly email?: string | null
  readonly mobileNumber?: { readonly countryCode?: string; readonly phoneNumber: string } | null
}

/** What a command that was refused is answered with. */
export interface CommandRefusal {
  readonly message: string
}

/** Only a page of this very origin can send this header: what asks for anything to be done must carry it. */
export const commandHeader = 'x-alexa-profile-console'
