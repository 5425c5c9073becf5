import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { errorLocation } from '../src/index.js'
import { started } from './started.js'

it.each([
  [
    'a function',
    'Error: no\n    at book (/skill/src/book.ts:12:5)\n    at main (/skill/a.ts:1:1)',
    '/skill/src/book.ts:12:5',
  ],
  ['an ES module', 'Error: no\n    at file:///skill/my%20skill.mjs:3:9', '/skill/my skill.mjs:3:9'],
  ['an async call', 'TypeError: no\n    at async /skill/(old)/a.js:3:9', '/skill/(old)/a.js:3:9'],
  ['a syntax error', 'file:///skill/a.mjs:3\nconst = 1\n      ^\n\nSyntaxError: Unexpected token', '/skill/a.mjs:3'],
  ['a syntax error in TypeScript', 'Error: Transform failed\n/skill/a.ts:3:6: ERROR: Expected "="', '/skill/a.ts:3:6'],
  [
    "the skill's own file below a package",
    'Error: no\n    at x (/skill/node_modules/y/z.js:1:2)\n    at node:fs:1:1\n    at /skill/a.js:4:5',
    '/skill/a.js:4:5',
  ],
  ['a file in this folder', `Error: no\n    at ${process.cwd()}/src/a.ts:1:2`, join('src', 'a.ts:1:2')],
  ['no file of the skill', 'Error: no\n    at node:internal/x:1:1\n    at <anonymous>', undefined],
])('finds %s', (_, stack, location) => {
  expect(errorLocation(stack)).toBe(location)
})

it('adds the location to the violation if a handler throws', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'thrower-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'skill.mjs')
  await writeFile(file, 'export const handler = async () => {\n  throw new TypeError("no table")\n}\n')
  const { handler } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { handler: () => Promise<never> }
  const emulator = await started()
  const turn = await emulator.device(handler).open()
  expect(turn.violations).toMatchObject([
    {
      rule: 'skill-error',
      message: 'The skill threw TypeError no table.',
      location: expect.stringContaining('skill.mjs:2:9'),
    },
  ])
  // a handler may throw any value
  const hostile = new Proxy(
    {},
    {
      get: () => {
        throw new Error('no')
      },
    },
  )
  expect((await emulator.device(() => Promise.reject(hostile)).open()).violations).toMatchObject([
    { rule: 'skill-error' },
  ])
})
