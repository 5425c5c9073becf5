import { type SkillFunction, startEmulator } from '@alexa-profile/emulator'
import { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import middy from '@middy/core'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** Plays a booking; returns what the process wrote, and what must not be in it. */
async function logOf(handler: SkillFunction) {
  const emulator = await startEmulator({ runtime: 'nodejs24.x' })
  onTestFinished(() => emulator.close())
  vi.stubEnv('ALEXA_PROFILE_ENDPOINT', emulator.url)
  let log = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    log += String(chunk)
    return true
  })
  const device = emulator.device(handler)
  const asked = await device.intent('BookTableIntent', { date: '2026-12-24' })
  emulator.customer.grantAll()
  const booked = await device.intent('BookTableIntent', { date: '2026-12-24' })
  vi.mocked(process.stdout.write).mockRestore()
  const { System } = booked.request?.context ?? {}
  const secrets = [System?.apiAccessToken, System?.user?.userId, '2026-12-24', 'ann@example.com']
  return { log, turns: [asked, booked], secrets: secrets.filter((secret) => secret !== undefined) }
}

it('logs what happened, and nothing of the customer', async () => {
  vi.stubEnv('POWERTOOLS_LOGGER_LOG_EVENT', 'true')
  const { handler } = await import('./handler.js')
  const { log, turns, secrets } = await logOf(handler as SkillFunction)
  expect(turns.map(({ violations }) => violations)).toEqual([[], []])
  const lines = log.trim().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      message: 'turn',
      type: 'IntentRequest',
      intent: 'BookTableIntent',
      locale: 'en-US',
      card: 'AskForPermissionsConsent',
    },
    { message: 'turn', type: 'IntentRequest', intent: 'BookTableIntent', locale: 'en-US' },
  ])
  expect(secrets).toHaveLength(4)
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
})

it('would log the token if the event were logged', async () => {
  const { skill } = await import('./skill.js')
  const logger = new Logger({ serviceName: 'table-talk' })
  const handler = middy(async (event: never) => skill.invoke(event)).use(
    injectLambdaContext(logger, { logEvent: true }),
  )
  const { log, secrets } = await logOf(handler as SkillFunction)
  expect(secrets.slice(0, 3).filter((secret) => log.includes(secret))).toHaveLength(3)
})
