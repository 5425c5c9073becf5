import type { Language } from '../bookings/language.js'
import { de } from './responses/de.js'
import { en, type Responses } from './responses/en.js'

export type { Booked, Responses } from './responses/en.js'

/** Everything that the skill says, as SSML, by language. For consent, the library has its own words and adds the purpose. */
export const responses: Readonly<Record<Language, Responses>> = { en, de }
