import { createApp, type SkillOptions } from './app.js'
import { type Invoke, invokerOf } from './lambda-server.js'

export interface Skill {
  /** Answers one of Alexa's envelopes. Rejects for an event that Alexa is to send again. */
  readonly invoke: Invoke
}

export function createSkill(options?: SkillOptions): Skill {
  return { invoke: invokerOf(createApp(options)) }
}
