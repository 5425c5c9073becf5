import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ownNetwork } from './enter-network.mjs'
import { startPeer } from './peer.mjs'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))

/** The address of the far server in its namespace. */
export const farHost = '10.77.0.2'

/** Starts the same server behind a delay: a link if network namespaces are available, otherwise a proxy. */
export function startFarServer(folder) {
  return process.env[ownNetwork] === undefined ? startBehindProxy() : startBehindLink(folder)
}

/** One proxy per port, because the server chooses its own port. */
async function startBehindProxy() {
  const [server, proxy] = [startPeer(here('server.mjs')), startPeer(here('slow-proxy.mjs'))]
  return {
    server,
    async listen(options) {
      const port = await server.ask('listen', { host: '127.0.0.1', ...options })
      return `127.0.0.1:${await proxy.ask('listen', { port })}`
    },
    setRtt: (ms) => proxy.ask('setRtt', ms),
    async stop() {
      await Promise.all([server.stop(), proxy.stop()])
    },
  }
}

async function startBehindLink(folder) {
  const program = join(folder, 'link')
  execFileSync('cc', ['-O2', '-o', program, here('link.c')])
  // `unshare` becomes the server, so its process id is the id of the namespace.
  const server = startPeer(here('server.mjs'), { execPath: 'unshare', execArgv: ['--net', process.execPath] })
  await server.ask('accepted')
  const link = spawn(program, [String(server.pid)], { stdio: ['pipe', 'pipe', 'inherit'] })
  await Promise.race([
    once(link.stdout, 'data'),
    once(link, 'exit').then(() => Promise.reject(new Error('The link did not start.'))),
  ])
  const inServer = ['nsenter', '--target', String(server.pid), '--net']
  for (const [prefix, address] of [
    [[], '10.77.0.1'],
    [inServer, farHost],
  ]) {
    for (const command of [`ip addr add ${address}/24 dev link0`, 'ip link set link0 up mtu 1500']) {
      const [file, ...args] = [...prefix, ...command.split(' ')]
      execFileSync(file, args)
    }
  }
  return {
    server,
    async listen(options) {
      return `${farHost}:${await server.ask('listen', { host: farHost, ...options })}`
    },
    async setRtt(ms) {
      link.stdin.write(`${Math.round((ms * 1000) / 2)}\n`)
    },
    async stop() {
      link.stdin.end()
      await server.stop()
    },
  }
}
