import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { eventSituationNames, situationNames } from '../src/index.js'
import { ruleNames } from '../src/rules/check-response.js'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const readme = read('../README.md')

it('shows the examples that are tested', () => {
  const shown = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code)
  const files = [
    './example.test.ts',
    './say-example.test.ts',
    './consent-example.test.ts',
    './signing-example.ts',
    './mailbox-example.test.ts',
  ]
  const tested = files.map(read)
  expect(shown).toEqual(
    tested.map((source) =>
      source
        .replace('../src/index.js', '@alexa-profile/emulator')
        .replace('../src/mailbox.js', '@alexa-profile/emulator/mailbox'),
    ),
  )
})

it('names every situation and every rule', () => {
  const skillRules = ['skill-error', 'skill-timeout', 'skill-unreachable', 'skill-http-status', 'skill-not-json']
  const names = [...situationNames, ...eventSituationNames, ...ruleNames, ...skillRules]
  for (const name of names) expect(readme).toContain(`\`${name}\``)
})
