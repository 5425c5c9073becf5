import type { MarkdownRenderer } from 'vitepress'

type Token = ReturnType<MarkdownRenderer['parse']>[number]

const textOf = ({ children }: Token): string => (children ?? []).map(({ content }) => content).join('')

/**
 * Prepares tables for phones, where the theme shows each row as a card: every cell names its column in `data-label`.
 * The roles keep a table a table for screen readers when its `display` changes.
 * An empty head cell becomes an ordinary cell, because it heads nothing.
 */
export function tableCells(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('table-cells', ({ tokens }) => {
    let labels: string[] = []
    let column = 0
    tokens.forEach((token, at) => {
      const content = tokens[at + 1]
      if (token.type === 'table_open') {
        labels = []
        token.attrSet('role', 'table')
      }
      if (token.type === 'tr_open') {
        column = 0
        token.attrSet('role', 'row')
      }
      if (token.type === 'th_open' && content !== undefined) {
        const label = textOf(content)
        labels.push(label)
        if (label === '') token.tag = 'td'
        token.attrSet('role', label === '' ? 'cell' : 'columnheader')
      }
      if (token.type === 'th_close' && tokens[at - 1]?.content === '') token.tag = 'td'
      if (token.type === 'td_open') {
        const label = labels[column++] ?? ''
        token.attrSet('role', 'cell')
        if (label !== '' && content?.content !== '') token.attrSet('data-label', label)
      }
    })
  })
}
