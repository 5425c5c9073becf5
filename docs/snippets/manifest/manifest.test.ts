import { readFileSync } from 'node:fs'
import { checkSkillManifest } from '@alexa-profile/cli'
import { expect, it } from 'vitest'

it('declares what the skill reads', () => {
  const manifest = JSON.parse(readFileSync(new URL('./skill.json', import.meta.url), 'utf8'))
  expect(checkSkillManifest(manifest, { fields: ['givenName', 'email', 'mobileNumber'], consent: 'card' })).toEqual([])
})
