import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model'
import type { Context } from 'aws-lambda'
import { readConfig } from './config.js'
import { createSkill } from './skill.js'
import { warmUp } from './warm-up.js'

export type { Text } from './send-text.js'
export type { SkillOptions } from './skill.js'
export { createSkill } from './skill.js'

const config = readConfig(process.env)
warmUp(process.env)
const skill = createSkill(config)

/**
 * The handler for AWS Lambda. `SkillBuilders.custom().lambda()` is not used, because it takes a callback, which Lambda
 * rejects on Node 24.
 */
export const handler = async (event: RequestEnvelope, context?: Context): Promise<ResponseEnvelope> =>
  skill.invoke(event, context)
