import type { Jovo } from 'jovo-framework'
import { type Language, languageOf } from '../language.js'

/** The language of this request. */
export function languageIn(jovo: Jovo): Language {
  return languageOf(jovo.getLocale())
}
