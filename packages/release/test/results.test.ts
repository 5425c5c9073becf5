import { expect, it } from 'vitest'
import { Results } from '../src/consumers/results.js'

it('shows a row for each consumer with the number of its passed checks', async () => {
  const results = new Results()
  const fine = async () => {}
  const broken = () => Promise.reject(new Error('It cannot be found.'))
  expect(await results.check({ consumer: 'core', column: 'npm', what: 'npm esm' }, fine)).toBe(true)
  expect(await results.check({ consumer: 'core', column: 'npm', what: 'npm cjs' }, broken)).toBe(false)
  await results.check({ consumer: 'core', column: 'TS 4.6', what: 'TS 4.6 node10' }, fine)
  await results.check({ consumer: 'request-verifier', column: 'npm', what: 'npm esm' }, fine)
  expect(results.table().split('\n')).toEqual([
    '                  npm  TS 4.6',
    'core              1/2  ok',
    'request-verifier  ok   ·',
  ])
  expect(results.figure()).toBe('3 of 4 checks passed')
  expect(results.failures).toEqual([
    { consumer: 'core', column: 'npm', what: 'npm cjs', failure: 'It cannot be found.' },
  ])
})

it('shows which checks were left out, and why', async () => {
  const results = new Results()
  const reason = 'its framework has ES modules only'
  await results.check({ consumer: 'Nest 12', column: 'TS 4.7', what: 'TS 4.7 node16 mjs' }, async () => {})
  results.leaveOut({ consumer: 'Nest 12', column: 'TS 4.7', what: 'TS 4.7 node16 cjs' }, reason)
  results.leaveOut({ consumer: 'Nest 12', column: 'TS 4.6', what: 'TS 4.6 node10' }, reason)
  expect(results.table().split('\n')).toEqual(['         TS 4.7  TS 4.6', 'Nest 12  ok*     –'])
  expect(results.reasons()).toEqual([`Nest 12 without TS 4.7 node16 cjs, TS 4.6 node10: ${reason}.`])
  expect(results.figure()).toBe('1 of 1 checks passed, 2 left out')
  expect(results.failures).toEqual([])
})

it('adds the results of an earlier run', async () => {
  const earlier = new Results()
  await earlier.check({ consumer: 'core', column: 'npm', what: 'npm mjs' }, async () => {})
  const results = new Results()
  results.add(earlier.of('core'))
  expect(results.of('core')).toEqual(earlier.of('core'))
  expect(results.of('cli')).toEqual([])
  expect(results.figure()).toBe('1 of 1 checks passed')
})

it('shortens code that a bundler quotes', async () => {
  const results = new Results()
  const said = ['x'.repeat(100_000), ...Array(100).fill('at somewhere')].join('\n')
  await results.check({ consumer: 'core', column: 'esbuild', what: 'esbuild cjs' }, () =>
    Promise.reject(new Error(said)),
  )
  expect(results.failures[0]?.failure?.length).toBeLessThan(2_000)
})
