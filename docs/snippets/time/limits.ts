import { createProfileClient, lambdaTimeLeftMs, type RequestEnvelope } from '@alexa-profile/core'
import { log } from './log.js'

const client = createProfileClient({
  deadlineMs: 1500,
  attemptTimeoutMs: 600,
  onRead: ({ field, status, attempts, durationMs }) => log({ field, status, attempts, durationMs }),
})

export async function statusOfEmail(envelope: RequestEnvelope, context: unknown) {
  const reader = client.forRequest(envelope, { timeLeftMs: () => lambdaTimeLeftMs(context) })
  const { email } = await reader.read(['email'])
  return email.status
}
