import type { RequestEnvelope } from '@alexa-profile/core'
import type { Context } from 'aws-lambda'
import { createApp } from './app.js'
import { readConfig } from './config.js'
import { lambdaOf, type ResponseEnvelope } from './lambda.js'
import { warmUp } from './warm-up.js'
import { startWebhook } from './webhook.js'

export type { SkillOptions } from './app.js'
export type { ResponseEnvelope } from './lambda.js'
export type { Text } from './send-text.js'
export type { Skill } from './skill.js'
export { createSkill } from './skill.js'

const config = readConfig(process.env)
warmUp(process.env)
const app = createApp(config)
const invoke = lambdaOf(app)

/** The handler for AWS Lambda. */
export const handler = async (event: RequestEnvelope, context?: Context): Promise<ResponseEnvelope> =>
  invoke(event, context)

if (process.argv.includes('--webhook')) startWebhook(app, Number(process.env.JOVO_PORT ?? 3000))
