import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmulator } from '@alexa-profile/emulator'
import { startMailbox } from '@alexa-profile/emulator/mailbox'
import { startBreakingProxy } from '../faults/breaking-proxy.mjs'
import { startFunction } from './lambda-function.mjs'

/**
 * @import { Runtime } from './runtimes.mjs'
 *
 * @typedef {Awaited<ReturnType<typeof startStage>>} Stage
 */

/** What the starters' ask-resources.json sets: as long as Alexa waits. */
export const timeoutMs = 8000

/**
 * A skill as a Lambda function, with an Alexa over TLS, through a proxy that can lose connections, and a mail server.
 *
 * @param {{ runtime: Runtime, folder: string, handler: string }} skill
 */
export async function startStage({ runtime, folder, handler }) {
  const [emulator, mailbox] = await Promise.all([startEmulator({ https: true }), startMailbox()])
  const proxy = await startBreakingProxy(Number(new URL(emulator.url).port), () => undefined)
  const origin = `https://127.0.0.1:${proxy.port}`
  const temporary = mkdtempSync(join(tmpdir(), 'alexa-profile-lambda-'))
  const authority = join(temporary, 'authority.pem')
  writeFileSync(authority, emulator.certificateAuthority ?? '')
  const environment = {
    NODE_EXTRA_CA_CERTS: authority,
    ALEXA_PROFILE_ENDPOINT: origin,
    SMTP_URL: mailbox.url,
  }
  async function stop() {
    proxy.stop()
    await Promise.all([emulator.close(), mailbox.close()])
    rmSync(temporary, { recursive: true, force: true })
  }
  const skill = await startFunction({ runtime, folder, handler, environment }).catch(async (error) => {
    await stop()
    throw error
  })
  let limitMs = timeoutMs
  const device = emulator.device((/** @type {any} */ envelope) => {
    envelope.context.System.apiEndpoint = origin
    return skill.invoke(envelope, limitMs)
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
