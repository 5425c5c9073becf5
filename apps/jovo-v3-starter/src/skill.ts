import { createApp, type SkillOptions } from './app.js'
import { type Invoke, lambdaOf } from './lambda.js'

export interface Skill {
  readonly invoke: Invoke
}

/** The skill without a host, for tests and tools. */
export function createSkill(options: SkillOptions = {}): Skill {
  return { invoke: lambdaOf(createApp(options)) }
}
