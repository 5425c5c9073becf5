import { readFileSync } from 'node:fs'
import { checkSkillManifest } from '@alexa-profile/cli'
import { expect, it } from 'vitest'

it('has a manifest that allows what the skill does', () => {
  const file = new URL('../../../../apps/jovo-starter/skill-package/skill.json', import.meta.url)
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  expect(checkSkillManifest(manifest, { fields: ['givenName', 'email', 'mobileNumber'], consent: 'card' })).toEqual([])
})
