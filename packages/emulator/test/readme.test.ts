import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { eventSituationNames, situationNames } from '../src/index.js'
import { ruleNames } from '../src/rules/check-response.js'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const guide = (name: string) => read(`../../../docs/guide/${name}.md`)

it('README shows the example that is tested', () => {
  const shown = [...read('../README.md').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code)
  expect(shown).toEqual([read('./example.test.ts').replace('../src/index.js', '@alexa-profile/emulator')])
})

it("README names the guides' titles", () => {
  const titles = ['emulator', 'utterances', 'response-rules'].map((name) => guide(name).match(/^title: (.+)$/m)?.[1])
  const named = [...read('../README.md').matchAll(/^\| .+ \| (.+?) +\|$/gm)].map(([, cell]) => cell)
  for (const title of titles) expect(named).toContain(title)
})

it('the guides name every situation and every rule', () => {
  const skillRules = ['skill-error', 'skill-timeout', 'skill-unreachable', 'skill-http-status', 'skill-not-json']
  for (const name of [...situationNames, ...eventSituationNames]) expect(guide('emulator')).toContain(`\`${name}\``)
  for (const name of [...ruleNames, ...skillRules]) expect(guide('response-rules')).toContain(`\`${name}\``)
})
