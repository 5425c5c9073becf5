import { createProfileClient, lambdaTimeLeftMs, type RequestEnvelope } from '@alexa-profile/core'
import { log } from './log.js'

const emulator = process.env.ALEXA_PROFILE_ENDPOINT // in development only
const client = createProfileClient({
  deadlineMs: 1500,
  attemptTimeoutMs: 600,
  allowedEndpoints: emulator ? [emulator] : [],
  onRead: ({ field, status, attempts, durationMs }) => log({ field, status, attempts, durationMs }),
})

export async function statusOfEmail(envelope: RequestEnvelope, context: unknown) {
  const reader = client.forRequest(envelope, { timeLeftMs: () => lambdaTimeLeftMs(context) })
  const { email } = await reader.read(['email'])
  return email.status
}
