import type { AnswerView } from './console-event.js'
import { RawCode } from './source-code.js'

/** What an exported test expects of a turn. */
export function expectation({ speech, card, consentRequest, sessionOpen, violations }: AnswerView): object {
  return {
    speech: speech === undefined ? undefinedMember : speechExpectation(speech),
    ...(card && { card: { type: card.type, ...(card.permissions && { permissions: card.permissions }) } }),
    ...(consentRequest && {
      consentRequest: {
        permissions: consentRequest.map(({ scope, level }) => ({
          permissionScope: scope,
          consentLevel: level === 'speaker' ? 'PERSON' : 'ACCOUNT',
        })),
      },
    }),
    sessionOpen,
    violations: violations.map(({ rule }) => ({ rule })),
  }
}

const undefinedMember = new RawCode('undefined')

/** References, dates and times differ from run to run. */
function speechExpectation(speech: string): string | RawCode {
  if (!/\d/.test(speech)) return speech
  const pattern = speech
    .split(/(\s+)/)
    .map((word) => (/\d/.test(word) ? '\\S+' : escaped(word)))
    .join('')
  return new RawCode(`expect.stringMatching(/^${pattern}$/u)`)
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
