import { describeIntegration } from '@alexa-profile/conformance'
import * as newest from 'ask-sdk-core'
import * as oldest from 'ask-sdk-core-oldest'
import type { RequestEnvelope } from 'ask-sdk-model'
import { createConformanceSkill } from './support/conformance-skill.js'

for (const [name, { SkillBuilders }] of Object.entries({ newest, oldest })) {
  describeIntegration(`ask-sdk-core, ${name}`, (options) => {
    const { skill, heard } = createConformanceSkill(SkillBuilders as typeof newest.SkillBuilders, options)
    return { skill: (envelope: RequestEnvelope, context: unknown) => skill.invoke(envelope, context), heard }
  })
}
