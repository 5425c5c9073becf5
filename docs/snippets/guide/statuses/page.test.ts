import { readFileSync } from 'node:fs'
import { prompts } from '@alexa-profile/core'
import { expect, it } from 'vitest'

const page = readFileSync(new URL('../../../guide/statuses.md', import.meta.url), 'utf8')
const shown = new Map(
  page.split('\n').map((line) => {
    const [, , prompt = '', words] = line.split('|').map((cell) => cell.trim())
    return [prompt, words]
  }),
)
const say = prompts('en-US', { skillName: 'Table Talk', purpose: 'book your table' })

it.each(Object.keys(say) as (keyof typeof say)[])('shows the prompt %s on the statuses page', (name) => {
  const words = say[name](name === 'speakerUnknown' ? ['givenName', 'mobileNumber'] : ['givenName', 'email'])
  expect(shown.get(`\`${name}\``)).toBe(words)
})
