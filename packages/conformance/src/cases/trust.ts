import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, vi } from 'vitest'
import type { ConformanceCase } from '../conformance-case.js'

export const hostileEndpoint: ConformanceCase = {
  behaviour: "sends nothing to an endpoint that is not Alexa's, and lets the framework handle the error",
  async run(start) {
    const { emulator, skill } = await start()
    let connections = 0
    const stranger = createServer((_, response) => response.end('"ann@example.com"'))
    stranger.on('connection', () => {
      connections += 1
    })
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void stranger.close())

    const intent = { name: 'RequireIntent', confirmationStatus: 'NONE' as const, slots: {} }
    const envelope = structuredClone(emulator.envelope({ request: { type: 'IntentRequest', intent } }))
    const { port } = stranger.address() as AddressInfo
    Object.assign(envelope.context.System, { apiEndpoint: `http://127.0.0.1:${port}` })

    expect(JSON.stringify(await skill(envelope as never, {} as never))).toContain('Error endpoint-not-allowed.')
    expect(connections).toBe(0)
    expect(emulator.requests).toEqual([])
  },
}

export const nothingSecretInLogs: ConformanceCase = {
  behaviour: 'writes no token and no value to the console, for any outcome',
  async run(start) {
    const { emulator, device } = await start({ client: { deadlineMs: 500, attemptTimeoutMs: 200 } })
    const secrets = new Set<string>()
    const written: string[] = []
    for (const stream of [process.stdout, process.stderr]) {
      const spy = vi.spyOn(stream, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0)
      onTestFinished(() => spy.mockRestore())
    }
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
      const spy = vi.spyOn(console, method).mockImplementation((...parts) => void written.push(parts.join(' ')))
      onTestFinished(() => spy.mockRestore())
    }
    const say = async (intent: string) => {
      const { request } = await device.intent(intent)
      if (request) secrets.add(request.context.System.apiAccessToken)
    }

    await say('RequireIntent')
    emulator.customer.grantAll()
    await say('RequireIntent')
    emulator.declare([])
    await say('RequireIntent')
    for (const situation of ['malformed', 'resetting', 'silent', 'html'] as const) {
      emulator.clearSituations()
      emulator.situation(situation)
      await say('RequireIntent')
    }

    for (const secret of [...secrets, 'ann@example.com', 'Ann Example', '2065550100']) {
      expect(written.join('\n')).not.toContain(secret)
    }
  },
}
