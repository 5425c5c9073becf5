import type { Language } from './language.js'
import { de } from './responses/de.js'
import { en, type Responses } from './responses/en.js'

export type { Booked, Responses } from './responses/en.js'

/** Everything the skill says, as SSML, by language. The library has its own words for consent, and takes the purpose from here. */
export const responses: Readonly<Record<Language, Responses>> = { en, de }
