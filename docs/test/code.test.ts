import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { codeOf } from './code-of.js'
import { markdownPages } from './markdown-pages.js'
import { runFiles } from './run-files.js'

const repository = new URL('../../', import.meta.url)
const scripts = Object.keys(JSON.parse(readFileSync(new URL('package.json', repository), 'utf8')).scripts)
const code = markdownPages.flatMap(codeOf)
const imported = code.filter(({ imports }) => imports !== undefined)

it('finds code on pages', () => {
  expect(imported.length).toBeGreaterThan(0)
})

it.each(imported)('$where shows an existing file or region', ({ imports: { path, region } = {} }) => {
  const lines = readFileSync(new URL(`${path}`, repository), 'utf8').split('\n')
  const marks = lines.map((line) => line.trim())
  const begin = region === undefined ? 0 : marks.indexOf(`// #region ${region}`)
  const end = region === undefined ? lines.length : marks.indexOf(`// #endregion ${region}`)
  expect(begin).toBeGreaterThanOrEqual(0)
  expect(end).toBeGreaterThan(begin)
  const shown = lines.slice(begin, end).join('\n')
  expect(shown.match(/'\.\.\/.*'/g) ?? []).toEqual([]) // readers do not have this folder
})

it('shows only code that tests run', () => {
  const notRun = imported.filter(
    ({ imports, exemption }) => exemption === undefined && !runFiles.has(imports?.path ?? ''),
  )
  expect(notRun.map(({ where, imports }) => `${where}: no test runs ${imports?.path}`)).toEqual([])
})

it('gives a reason for all code that does not run', () => {
  const own = code.filter(
    ({ imports, language, exemption }) => !imports && exemption === undefined && language !== 'sh',
  )
  expect(
    own.map(({ where, language }) => `${where}: ${language} belongs in docs/snippets, see docs/README.md`),
  ).toEqual([])
})

it('names only existing commands', () => {
  const lines = code
    .filter(({ language }) => language === 'sh')
    .flatMap(({ where, text }) => text.map((line) => ({ where, line })))
  const missing = lines.flatMap(({ where, line }) => [
    ...[...line.matchAll(/@alexa-profile\/([a-z-]+)/g)]
      .filter(
        ([, name]) =>
          !existsSync(new URL(`packages/${name}`, repository)) && !existsSync(new URL(`apps/${name}`, repository)),
      )
      .map(([name]) => `${where}: ${name}`),
    ...[...line.matchAll(/\bpnpm(?:@[\d.]+)? (?:run )?([a-z][a-z:-]*)/g)]
      .filter(([, script = '']) => !['install', 'exec', ...scripts].includes(script))
      .map(([command]) => `${where}: ${command}`),
  ])
  expect(missing).toEqual([])
})
