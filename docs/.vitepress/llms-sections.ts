import { readFile, writeFile } from 'node:fs/promises'

/** Sections that a reader may skip. The format calls them optional. */
const optional = ['Decisions', 'Other']

/**
 * Makes each section of the sidebar a section of `llms.txt`: the plugin writes them one level too deep, below a table of contents.
 *
 * @see https://llmstxt.org (read 2026-11-29)
 */
export async function llmsSections(file: string): Promise<void> {
  const [head = '', ...rest] = (await readFile(file, 'utf8')).replace('## Table of Contents\n\n', '').split(/^### /m)
  const sections = rest.map((text) => ({ title: text.slice(0, text.indexOf('\n')), text }))
  const listed = sections.filter(({ title }) => !optional.includes(title)).map(({ text }) => `## ${text.trimEnd()}\n\n`)
  const skippable = sections
    .filter(({ title }) => optional.includes(title))
    .map(({ title, text }) => text.slice(title.length).trim())
  await writeFile(file, `${head}${listed.join('')}## Optional\n\n${skippable.join('\n')}\n`)
}
