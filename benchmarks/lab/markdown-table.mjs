/**
 * Formats rows as a Markdown table. The keys of the first row are the header.
 *
 * @param {readonly Record<string, string | number>[]} rows
 */
export function markdownTable(rows) {
  const head = Object.keys(rows[0] ?? {})
  const line = (/** @type {readonly (string | number)[]} */ cells) => `| ${cells.join(' | ')} |`
  const cells = rows.map((row) => line(head.map((name) => String(row[name]).replaceAll('|', '\\|'))))
  return [line(head), line(head.map(() => '---')), ...cells].join('\n')
}
