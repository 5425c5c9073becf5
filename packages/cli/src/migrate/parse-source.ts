import { type ParserPlugin, parse } from '@babel/parser'
import type { File } from '@babel/types'

/** The syntax tree of a file; undefined if it cannot be parsed. The extension decides which syntax is expected. */
export function parseSource(file: string, text: string): File | undefined {
  const isTypeScript = /\.[cm]?tsx?$/.test(file)
  const plugins: ParserPlugin[] = ['decorators-legacy']
  if (isTypeScript) plugins.push('typescript')
  if (/x$/.test(file) || !isTypeScript) plugins.push('jsx')
  try {
    return parse(text, {
      sourceType: 'unambiguous',
      plugins,
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
    })
  } catch {
    return undefined
  }
}
