import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** The tests `readme/*.test.ts` run the code that the README shows. */
it('README shows tested code', () => {
  const blocks = [...read('../README.md').matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code)
  for (const file of ['app.ts', 'app-v3.ts']) {
    expect(blocks).toContain(read(`./readme/${file}`))
  }
})
