import type { ResponseView } from '../protocol/console-event.js'
import { escapedCharacters, RawCode } from './source-code.js'

/** Returns what an exported test expects of a turn. */
export function expectation({ speech, card, consentRequest, sessionOpen, violations }: ResponseView): object {
  return {
    speech: speech === undefined ? new RawCode('undefined') : speechExpectation(speech),
    ...(card && { card: { type: card.type, ...(card.permissions && { permissions: card.permissions }) } }),
    ...(consentRequest && { consentRequest: { permissions: consentRequest.permissions } }),
    sessionOpen,
    violations: violations.map(({ rule }) => ({ rule })),
  }
}

/** Words with digits, such as a reference number, differ from run to run. */
function speechExpectation(speech: string): string | RawCode {
  if (!/\d/.test(speech)) return speech
  const pattern = speech
    .split(/(\s+)/)
    .map((word) => (/\d/.test(word) ? '\\S+' : escaped(word)))
    .join('')
  return new RawCode(`expect.stringMatching(/^${pattern}$/)`)
}

function escaped(text: string): string {
  return escapedCharacters(text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
}
