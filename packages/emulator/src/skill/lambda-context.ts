import { randomUUID } from 'node:crypto'

/**
 * Creates the `context` that Lambda passes to a handler.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html (read 2026-11-22)
 */
export function createLambdaContext(timeoutMs: number): object {
  const endsAtMs = performance.now() + timeoutMs
  const awsRequestId = randomUUID()
  return {
    awsRequestId,
    functionName: 'alexa-skill',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:alexa-skill',
    logGroupName: '/aws/lambda/alexa-skill',
    logStreamName: `emulator/[$LATEST]${awsRequestId.replaceAll('-', '')}`,
    memoryLimitInMB: '256',
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(endsAtMs - performance.now())),
  }
}
