import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

it('shows the example that is tested', () => {
  const shown = [...read('../README.md').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code)
  expect(shown).toEqual([read('./console-example.ts').replace('../src/index.js', '@alexa-profile/console')])
})
