import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmulator } from '@alexa-profile/emulator'
import { startMailbox } from '@alexa-profile/emulator/mailbox'
import { startBreakingProxy } from '../faults/breaking-proxy.mjs'
import { startPeer } from '../rig/peer.mjs'
import { startFunction } from './lambda-function.mjs'
import { answerOf, eventFor } from './starters.mjs'

/**
 * @import { Runtime } from './runtimes.mjs'
 * @import { Starter } from './starters.mjs'
 *
 * @typedef {Awaited<ReturnType<typeof startStage>>} Stage
 */

/** The time limit in the starters' ask-resources.json: the time that Alexa waits. */
export const timeoutMs = 8000

const slowProxy = fileURLToPath(new URL('../rig/slow-proxy.mjs', import.meta.url))

/**
 * @typedef {object} StageOptions
 * @property {Starter} starter
 * @property {Runtime} runtime
 * @property {Record<string, string>} [environment] more of it
 * @property {number} [rttMs] how far away Alexa is
 */

/**
 * Starts a skill as a Lambda function, with an Alexa over TLS, through a proxy that can lose connections, and a mail
 * server.
 *
 * @param {StageOptions} options
 */
export async function startStage({ starter, runtime, environment: more, rttMs = 0 }) {
  const [emulator, mailbox] = await Promise.all([startEmulator({ https: true }), startMailbox()])
  const distance = rttMs > 0 ? startPeer(slowProxy) : undefined
  await distance?.ask('setRtt', rttMs)
  const { port } = new URL(emulator.url)
  const proxy = await startBreakingProxy((await distance?.ask('listen', { port })) ?? Number(port), () => undefined)
  const origin = `https://127.0.0.1:${proxy.port}`
  const temporary = mkdtempSync(join(tmpdir(), 'alexa-profile-lambda-'))
  const authority = join(temporary, 'authority.pem')
  writeFileSync(authority, emulator.certificateAuthority ?? '')
  const environment = {
    NODE_EXTRA_CA_CERTS: authority,
    ALEXA_PROFILE_ENDPOINT: origin,
    SMTP_URL: mailbox.url,
    ...starter.environment,
    ...more,
  }
  async function stop() {
    proxy.stop()
    await Promise.all([distance?.stop(), emulator.close(), mailbox.close()])
    rmSync(temporary, { recursive: true, force: true })
  }
  const { folder, handler } = starter
  const skill = await startFunction({ runtime, folder, handler, environment }).catch(async (error) => {
    await stop()
    throw error
  })
  let limitMs = timeoutMs
  const device = emulator.device(async (/** @type {any} */ envelope) => {
    envelope.context.System.apiEndpoint = origin
    return answerOf(starter, await skill.invoke(await eventFor(starter, emulator, envelope), limitMs))
  })
  return {
    emulator,
    mailbox,
    proxy,
    skill,
    device,
    /** @param {number} ms the function's time limit from now on */
    setTimeLimit(ms) {
      limitMs = ms
    },
    async stop() {
      await skill.stop()
      await stop()
    },
  }
}
