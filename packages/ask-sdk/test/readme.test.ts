import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

/** `readme/skill.test.ts` runs the code that the README shows. */
it.each([
  ['../README.md', ['./readme/skill.ts', './readme/events.ts', './readme/skill.test.ts']],
  ['../../../README.md', ['./readme/skill.ts']],
])('%s shows tested code', (readme, files) => {
  const blocks = [...read(readme).matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code)
  for (const file of files) expect(blocks).toContain(read(file))
})
