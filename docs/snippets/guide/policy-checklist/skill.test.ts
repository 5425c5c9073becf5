import { checkSkillManifest } from '@alexa-profile/cli'
import { expect, it } from 'vitest'
import manifest from './skill.json'

it('is a manifest in which the check finds nothing', () => {
  const findings = checkSkillManifest(manifest, {
    fields: ['email'],
    consent: 'voice',
    events: true,
    requireEndpoint: true,
  })
  expect(findings).toEqual([])
})
