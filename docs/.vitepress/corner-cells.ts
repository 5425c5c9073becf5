import type { MarkdownRenderer } from 'vitepress'

/** A head cell without a text, as in a table's corner, heads nothing: an ordinary cell is what screen readers expect there. */
export function cornerCells(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('corner-cells', ({ tokens }) => {
    tokens.forEach((token, at) => {
      const [content, close] = [tokens[at + 1], tokens[at + 2]]
      if (token.type !== 'th_open' || content?.content !== '' || close?.type !== 'th_close') return
      token.tag = 'td'
      close.tag = 'td'
    })
  })
}
