import { readFileSync } from 'node:fs'
import { checkSkillManifest } from '@alexa-profile/cli'
import { expect, it } from 'vitest'

it('is a manifest in which the check finds nothing', () => {
  const manifest = JSON.parse(readFileSync(new URL('./skill.json', import.meta.url), 'utf8'))
  const findings = checkSkillManifest(manifest, {
    fields: ['email'],
    consent: 'voice',
    events: true,
    requireEndpoint: true,
  })
  expect(findings).toEqual([])
})
