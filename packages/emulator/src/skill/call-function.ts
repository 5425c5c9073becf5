import { randomUUID } from 'node:crypto'
import { describeError, locationOf } from './describe-error.js'
import type { SkillFunction } from './skill.js'
import { failure, fromJson, type SkillResult } from './skill-result.js'

/** Calls a handler as Lambda does: what goes in and out is JSON, and shares nothing with the caller's objects. */
export async function callFunction(skill: SkillFunction, envelope: object, timeoutMs: number): Promise<SkillResult> {
  let returned: unknown
  try {
    returned = await Reflect.apply(skill, undefined, [JSON.parse(JSON.stringify(envelope)), lambdaContext(timeoutMs)])
  } catch (error) {
    const message = `The skill threw ${describeError(error).replace(/\.$/, '')}.`
    return failure('skill-error', message, locationOf(error))
  }
  try {
    const text: string | undefined = JSON.stringify(returned)
    return text === undefined ? { returned: undefined } : fromJson(text)
  } catch (error) {
    return failure('skill-not-json', `What the skill returned cannot be written as JSON: ${describeError(error)}.`)
  }
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html (read 2026-11-22) */
function lambdaContext(timeoutMs: number): object {
  const endsAtMs = performance.now() + timeoutMs
  const awsRequestId = randomUUID()
  return {
    awsRequestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'alexa-skill',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:alexa-skill',
    logGroupName: '/aws/lambda/alexa-skill',
    logStreamName: `emulator/[$LATEST]${awsRequestId.replaceAll('-', '')}`,
    memoryLimitInMB: '256',
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(endsAtMs - performance.now())),
  }
}
