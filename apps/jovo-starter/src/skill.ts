import { createApp, type SkillOptions } from './app.js'
import { type Invoke, invokerOf } from './lambda-server.js'

export interface Skill {
  /** Responds to a request envelope. Rejects if Alexa should send an event again. */
  readonly invoke: Invoke
}

export function createSkill(options?: SkillOptions): Skill {
  return { invoke: invokerOf(createApp(options)) }
}
