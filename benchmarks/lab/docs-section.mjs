import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Writes measurements into a page of docs/, between the marks of a section, with date and machine.
 *
 * @param {string} section
 * @param {string} content Markdown
 * @param {string} [path] default: docs/reliability.md
 * @param {string} [what] the measured version; default: this Node
 */
export function writeSection(section, content, path = 'docs/reliability.md', what = `Node ${process.versions.node}`) {
  const page = join(root, path)
  const [begin, end] = [`<!-- ${section}: begin -->`, `<!-- ${section}: end -->`]
  const text = readFileSync(page, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${path} has no marks for ${section}. Add ${begin} and ${end}.`)
  const day = new Date().toISOString().slice(0, 10)
  const where = `_Measured ${day}, ${what}, ${cpus().length} cores shared with other work._`
  writeFileSync(page, `${text.slice(0, from)}${begin}\n\n${content}\n\n${where}\n\n${text.slice(to)}`)
  execFileSync('node_modules/.bin/biome', ['format', '--write', page], { cwd: root, stdio: 'ignore' })
}
