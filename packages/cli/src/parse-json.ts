import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { CannotRun } from './cannot-run.js'
import type { ManifestPath } from './manifest-path.js'
import { type TextPosition, textPosition } from './text-position.js'

export interface ParsedJson {
  readonly value: unknown
  /** The position of a value in the text or, if it is missing, of its nearest parent. */
  locate(path: ManifestPath): TextPosition
}

/** Parses the text of a file. @throws {CannotRun} if it is not JSON, with the position */
export function parseJson(text: string, file: string): ParsedJson {
  try {
    const errors: ParseError[] = []
    const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
    const [error] = errors
    if (error !== undefined) throw notJson(text, file, error.offset, reasonOf(error))
    if (root === undefined) throw notJson(text, file, 0, 'a value is expected')
    return { value: getNodeValue(root), locate: (path) => textPosition(text, nearestNode(root, path).offset) }
  } catch (error) {
    // The parser calls itself for each level
    if (error instanceof RangeError) throw new CannotRun(`${file} is nested too deeply.`)
    throw error
  }
}

const reasons: Readonly<Record<string, string>> = {
  CloseBraceExpected: 'a comma or } is expected',
  CloseBracketExpected: 'a comma or ] is expected',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  EndOfFileExpected: 'the file must end here',
  InvalidCharacter: 'this character must be escaped in a string',
  InvalidCommentToken: 'JSON does not allow comments',
  InvalidEscapeCharacter: 'unknown escape sequence',
  InvalidNumberFormat: 'this number is invalid',
  InvalidUnicode: 'unknown escape sequence',
  PropertyNameExpected: 'a name in double quotes is expected, or there is an extra comma',
  UnexpectedEndOfComment: 'JSON does not allow comments',
  UnexpectedEndOfNumber: 'this number is invalid',
  UnexpectedEndOfString: 'the closing quote is missing',
  ValueExpected: 'a value is expected, or there is an extra comma',
}

function reasonOf(error: ParseError): string {
  return reasons[printParseErrorCode(error.error)] ?? 'this is neither a name nor a value'
}

function notJson(text: string, file: string, offset: number, reason: string): CannotRun {
  const { line, column } = textPosition(text, offset)
  return new CannotRun(`${file}:${line}:${column} This is not valid JSON: ${reason}.`)
}

function nearestNode(root: Node, path: ManifestPath): Node {
  let node = root
  for (const key of path) {
    const child = childOf(node, key)
    if (child === undefined) return node
    node = child
  }
  return node
}

/** If a name occurs twice, the last one counts, as for JSON.parse. */
function childOf({ type, children = [] }: Node, key: string | number): Node | undefined {
  if (type === 'array') return typeof key === 'number' ? children[key] : undefined
  return children.findLast(({ children: [name] = [] }) => name?.value === key)?.children?.[1]
}
