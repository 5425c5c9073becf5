import type { createSkill } from '@alexa-profile/ask-sdk-starter'

/** The same skill on each framework, as it would be deployed. They take the same options. */
export const starters = {
  'ask-sdk': '@alexa-profile/ask-sdk-starter',
  jovo: '@alexa-profile/jovo-starter',
  'jovo-v3': '@alexa-profile/jovo-v3-starter',
}

export type Framework = keyof typeof starters

export function isFramework(name: string): name is Framework {
  return Object.hasOwn(starters, name)
}

/** Loads the one that is played: the two generations of Jovo do not go together in one process. */
export async function loadStarter(framework: Framework): Promise<{ readonly createSkill: typeof createSkill }> {
  return import(starters[framework])
}
