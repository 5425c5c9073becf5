import { checkSkillManifest } from '@alexa-profile/cli'
import { expect, it } from 'vitest'
import manifest from './skill.json'

it('has no findings in the manifest check', () => {
  const findings = checkSkillManifest(manifest, {
    fields: ['email'],
    consent: 'voice',
    events: true,
    requireEndpoint: true,
  })
  expect(findings).toEqual([])
})
