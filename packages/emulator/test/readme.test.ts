import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ruleNames } from '../src/check-response.js'
import { situationNames } from '../src/index.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const source = readFileSync(new URL('./example.test.ts', import.meta.url), 'utf8')

it('shows the example that is tested', () => {
  const shown = /```ts\n([\s\S]*?)```/.exec(readme)?.[1]
  expect(shown).toBe(source.replace('../src/index.js', '@alexa-profile/emulator'))
})

it('names every situation and every rule', () => {
  const skillRules = ['skill-error', 'skill-timeout', 'skill-unreachable', 'skill-http-status', 'skill-not-json']
  for (const name of [...situationNames, ...ruleNames, ...skillRules]) expect(readme).toContain(`\`${name}\``)
})
