import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The packages that a new process loads together with an entry point of the built package. */
function packagesLoadedBy(load: string): string[] {
  const list = `
    const { createRequire } = require('node:module')
    const names = Object.keys(require.cache).flatMap((file) => file.split('/node_modules/').slice(1).at(-1) ?? [])
    console.log(JSON.stringify([...new Set(names.map((name) => /^(@[^/]+.)?[^/]+/.exec(name)[0]))]))`
  const script = `(async () => { ${load}; ${list} })()`
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }))
}

const of3 = ['jovo-core', 'jovo-framework', 'jovo-platform-alexa']
const of4 = ['@jovotech/framework', '@jovotech/platform-alexa', '@jovotech/output']

it.each(["require('@alexa-profile/jovo')", "await import('@alexa-profile/jovo')"])(
  '%s loads no package of Jovo 3',
  (load) => {
    const loaded = packagesLoadedBy(load)
    expect(loaded).toContain('@jovotech/framework')
    expect(loaded.filter((name) => of3.includes(name))).toEqual([])
  },
)

it.each(["require('@alexa-profile/jovo/v3')", "await import('@alexa-profile/jovo/v3')"])(
  '%s loads no package of Jovo 4',
  (load) => {
    expect(packagesLoadedBy(load).filter((name) => of4.includes(name) || of3.includes(name))).toEqual([])
  },
)

it('has a v3 folder for resolvers that do not support exports', () => {
  const require = createRequire(import.meta.url)
  const { main, types } = require('../v3/package.json')
  expect([main, types]).toEqual(['../dist/v3.js', '../dist/v3.d.ts'])
  expect(Object.keys(require('../v3'))).toEqual(Object.keys(require('@alexa-profile/jovo/v3')))
})
