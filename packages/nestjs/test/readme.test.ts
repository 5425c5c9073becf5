import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const imaginary = ['bookings.ts', 'customers.ts']

/** The tests in this folder run the code that the README shows. */
it('README shows tested code', () => {
  const blocks = [...read('../README.md').matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code)
  const files = readdirSync(new URL('./readme', import.meta.url)).filter((file) => !imaginary.includes(file))
  const tested = files.map((file) => read(`./readme/${file}`))

  expect(blocks).toHaveLength(2)
  for (const block of blocks) expect(tested).toContain(block)
})
