import type { Jovo } from '@jovotech/framework'
import { type Language, languageOf } from './language.js'

/** The language of this request. */
export function languageIn({ $request }: Jovo): Language {
  return languageOf($request.getLocale())
}
