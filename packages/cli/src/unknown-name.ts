import { nearestName } from './nearest-name.js'
import { quote } from './quote.js'

/** Says that a name does not exist, and which known name was probably meant. The name may come from a file. */
export function unknownName(kind: string, name: string, known: readonly string[]): string {
  const meant = nearestName(name, known)
  return `Unknown ${kind} ${quote(name)}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`
}
