import type { createSkill } from '@alexa-profile/ask-sdk-starter'
import type { SkillParts } from './skill-parts.js'
import type { StartedSkill } from './started-skill.js'

type StartSkill = (parts: SkillParts) => Promise<StartedSkill>

/** The same skill on each framework, as it is deployed. */
export const starters = {
  'ask-sdk': startFunction('@alexa-profile/ask-sdk-starter'),
  jovo: startFunction('@alexa-profile/jovo-starter'),
  'jovo-v3': startFunction('@alexa-profile/jovo-v3-starter'),
  nestjs: async (parts) => (await import('./nest-skill.js')).startNestSkill(parts),
} satisfies Record<string, StartSkill>

export type Framework = keyof typeof starters

export function isFramework(name: string): name is Framework {
  return Object.hasOwn(starters, name)
}

/** A skill for Lambda. It is loaded when it is played, because Jovo 3 and Jovo 4 cannot run in one process. */
function startFunction(name: string): StartSkill {
  return async ({ emulator, smtpUrl, sendText, log }) => {
    const starter: { readonly createSkill: typeof createSkill } = await import(name)
    const skill = starter.createSkill({
      profile: { allowedEndpoints: [emulator.url] },
      mail: { smtpUrl },
      sendText,
      log,
    })
    type Request = Parameters<typeof skill.invoke>[0]
    return {
      skill: skill.invoke.bind(skill),
      answer: (envelope, context) => skill.invoke(envelope as Request, context),
      async close() {},
    }
  }
}
