import { styleText } from 'node:util'
import type { Migration } from './migrate.js'
import { type ReadKindName, readKinds } from './read-kinds.js'

const editTexts = {
  'api-client': 'new DefaultApiClient() → new ProfileApiClient(): adds time limits and sends the token only to Alexa',
  'lambda-handler': '.lambda() → .create() and an async handler: Node 24 on Lambda rejects callback handlers',
} as const

/** The report for people: each read, what its kind does today, what to write instead, and the edits. */
export function migrationReport(migration: Migration, stream: NodeJS.WritableStream): string {
  const { reads, edits, byHand, installIn, notes, skipped, written } = migration
  const paint = (style: 'yellow' | 'green' | 'bold' | 'dim', text: string) => styleText(style, text, { stream })
  const blocks = (Object.keys(readKinds) as ReadKindName[]).flatMap((name) => {
    const found = reads.filter(({ kind }) => kind === name)
    return found.length === 0 ? [] : [kindBlock(name, found)]
  })
  if (edits.length > 0) blocks.push(editBlock())
  if (byHand.length > 0) blocks.push(byHandBlock())
  const changes = edits.length + byHand.length
  if (notes.length > 0 && changes > 0)
    blocks.push(`${paint('yellow', 'Node version')}\n${notes.map((note) => `  ${note}\n`).join('')}`)
  if (skipped.length > 0)
    blocks.push(`${paint('yellow', 'Not parsed')}\n${skipped.map((file) => `  ${file}\n`).join('')}`)
  blocks.push(`${reads.length + changes === 0 ? nothingFound() : paint('bold', summary())}\n`)
  return blocks.join('\n')

  function nothingFound(): string {
    if (skipped.length === 0) return paint('green', "No code here reads the profile or the device's settings.")
    return paint('yellow', "No file that could be parsed reads the profile or the device's settings.")
  }

  function kindBlock(name: ReadKindName, found: Migration['reads']): string {
    const { title, today, instead, guide } = readKinds[name]
    return [
      paint('bold', title),
      ...found.map((read) => `  ${read.file}:${read.line}:${read.column}  ${describe(read)}`),
      '  Today:',
      ...today.map((line) => `    - ${line}`),
      '  Instead:',
      ...instead.map((line) => `    - ${line}`),
      `  ${paint('dim', guide)}`,
      '',
    ].join('\n')
  }

  function editBlock(): string {
    return [
      paint('bold', written ? 'Edited' : 'Safe edits'),
      ...edits.map(({ file, line, column, kind }) => `  ${file}:${line}:${column}  ${editTexts[kind]}`),
      ...installIn.map(
        (folder) => `  Install the package: npm install ${folder && `--prefix ${folder} `}@alexa-profile/ask-sdk`,
      ),
      ...(written
        ? []
        : ['  alexa-profile migrate --write makes these edits and leaves the rest of the file unchanged.']),
      '',
    ].join('\n')
  }

  function byHandBlock(): string {
    return [
      paint('bold', 'By hand'),
      ...byHand.map(({ file, line, column, kind }) => `  ${file}:${line}:${column}  ${editTexts[kind]}`),
      '  The call is not the value of an exported handler, so other code may use its result.',
      '',
    ].join('\n')
  }

  function summary(): string {
    const made = `${count(reads.length, 'read')}, ${count(edits.length, 'edit')} at the skill builder${written ? ', made' : ''}`
    return byHand.length === 0 ? made : `${made}; ${count(byHand.length, 'change')} by hand`
  }
}

function describe({ field, level, unguarded, dropped, literalHost }: Migration['reads'][number]): string {
  return [
    field ?? 'a field whose name is known only at run time',
    ...(level === 'speaker' ? ['of the speaker'] : []),
    ...(unguarded ? ['errors are not caught'] : []),
    ...(dropped ? ['the result is not awaited'] : []),
    ...(literalHost ? ['works in one region only, because the host is fixed'] : []),
  ].join(', ')
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
