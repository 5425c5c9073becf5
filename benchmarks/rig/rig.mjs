import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCertificate } from '../lab/certificate.mjs'
import { ownNetwork } from './enter-network.mjs'
import { farHost, startFarServer } from './far-server.mjs'
import { startPeer } from './peer.mjs'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))

/**
 * Starts two servers, one on loopback and one at the end of a link with a delay, and what clients need to reach them.
 * Clients trust the authority by NODE_EXTRA_CA_CERTS, as they would trust Amazon's.
 */
export async function startRig() {
  const folder = mkdtempSync(join(tmpdir(), 'alexa-profile-bench-'))
  const { file: caFile, ...credentials } = createCertificate(['127.0.0.1', farHost])
  const near = startPeer(here('server.mjs'))
  const far = await startFarServer(folder)
  const places = {
    near: `https://127.0.0.1:${await near.ask('listen', { host: '127.0.0.1', credentials })}`,
    far: `https://${await far.listen({ credentials })}`,
    /** The far one, without TLS 1.3. */
    old: `https://${await far.listen({ credentials, maxVersion: 'TLSv1.2' })}`,
  }
  const clients = new Set()
  return {
    folder,
    near,
    far: far.server,
    setRtt: far.setRtt,
    hasLink: process.env[ownNetwork] !== undefined,
    /** A contestant in a fresh process. */
    startClient(contestant, place, { execArgv = [], env = {} } = {}) {
      const client = startPeer(here('client.mjs'), {
        args: [contestant, places[place]],
        env: { NODE_EXTRA_CA_CERTS: caFile, ...env },
        execArgv: ['--expose-gc', ...execArgv],
      })
      clients.add(client)
      return {
        ...client,
        async stop() {
          clients.delete(client)
          await client.stop()
        },
      }
    },
    async stop() {
      await Promise.all([near, far, ...clients].map((peer) => peer.stop()))
      rmSync(folder, { recursive: true })
    },
  }
}
