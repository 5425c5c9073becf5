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
  const { text, from, to } = findSection(section, path)
  const day = new Date().toISOString().slice(0, 10)
  const where = `_Measured ${day}, ${what}, ${cpus().length} cores shared with other work._`
  writeFileSync(page, `${text.slice(0, from)}\n\n${content}\n\n${where}\n\n${text.slice(to)}`)
  execFileSync('node_modules/.bin/biome', ['format', '--write', page], { cwd: root, stdio: 'ignore' })
}

/**
 * The text between the marks of a section.
 *
 * @param {string} section
 * @param {string} path
 */
export function readSection(section, path) {
  const { text, from, to } = findSection(section, path)
  return text.slice(from, to).trim()
}

/** @param {string} section @param {string} path */
function findSection(section, path) {
  const [begin, end] = [`<!-- ${section}: begin -->`, `<!-- ${section}: end -->`]
  const text = readFileSync(join(root, path), 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${path} has no marks for ${section}. Add ${begin} and ${end}.`)
  return { text, from: from + begin.length, to }
}
