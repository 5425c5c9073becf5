import type { AlexaResponse } from '@jovotech/platform-alexa'
import type { Context } from 'aws-lambda'
import { readConfig } from './config.js'
import { createSkill } from './skill.js'
import { warmUp } from './warm-up.js'

export type { SkillOptions } from './app.js'
export { createApp } from './app.js'
export type { Text } from './send-text.js'
export type { Skill } from './skill.js'
export { createSkill } from './skill.js'

const config = readConfig(process.env)
warmUp(process.env)
const skill = createSkill(config)

/** The handler for AWS Lambda. */
export const handler = async (event: object, context?: Context): Promise<AlexaResponse> => skill.invoke(event, context)
