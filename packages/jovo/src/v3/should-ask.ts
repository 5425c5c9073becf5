import type { AskForConsent } from '@alexa-profile/core'
import type { Jovo } from 'jovo-core'

/** Whether the customer may be asked for consent now. A skill that keeps a memory says no for some days after a no. */
export type ShouldAsk = (jovo: Jovo, decision: AskForConsent) => boolean | Promise<boolean>
