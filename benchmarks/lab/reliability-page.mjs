import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

const page = new URL('../../docs/reliability.md', import.meta.url)

/**
 * Puts figures into docs/reliability.md, between the marks of a section, and says where and when they were measured.
 *
 * @param {string} section
 * @param {string} content Markdown
 */
export function writeSection(section, content) {
  const [begin, end] = [`<!-- ${section}: begin -->`, `<!-- ${section}: end -->`]
  const text = readFileSync(page, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from)
    throw new Error(`docs/reliability.md has no place for ${section}: add ${begin} and ${end}.`)
  const day = new Date().toISOString().slice(0, 10)
  const where = `_Measured ${day}, Node ${process.versions.node}, ${cpus().length} cores shared with other work._`
  writeFileSync(page, `${text.slice(0, from)}${begin}\n\n${content}\n\n${where}\n\n${text.slice(to)}`)
}
