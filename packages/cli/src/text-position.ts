export interface TextPosition {
  /** The line, from 1. */
  readonly line: number
  /** The column, from 1, in UTF-16 code units, as editors count. */
  readonly column: number
}

export function textPosition(text: string, offset: number): TextPosition {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
