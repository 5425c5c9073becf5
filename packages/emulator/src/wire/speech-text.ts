import { isObject } from '../base/is-object.js'

/** The text of an `outputSpeech`, be it plain or SSML. */
export function speechTextOf(speech: unknown): string | undefined {
  const text = isObject(speech) ? speech[speech.type === 'SSML' ? 'ssml' : 'text'] : undefined
  return typeof text === 'string' ? text : undefined
}
