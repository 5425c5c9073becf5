import { getLocale, type HandlerInput } from 'ask-sdk-core'
import { type Language, languageOf } from '../language.js'

/** The language of this request. */
export function languageIn({ requestEnvelope }: HandlerInput): Language {
  return languageOf(getLocale(requestEnvelope))
}
