import { execFileSync, spawnSync } from 'node:child_process'

/** The environment variable that is set inside the separate network. */
export const ownNetwork = 'ALEXA_PROFILE_BENCH_NETWORK'

/**
 * Runs this program again in a separate network namespace with loopback only, so that no client can reach another host.
 * Returns the exit code of that run, or `undefined` inside it or if namespaces are not available.
 */
export function enterNetwork() {
  if (process.env[ownNetwork] !== undefined) {
    execFileSync('ip', ['link', 'set', 'lo', 'up'])
    return undefined
  }
  const options = process.getuid?.() === 0 ? ['--net'] : ['--net', '--user', '--map-root-user']
  if (!isPossible(options)) return undefined
  const { status } = spawnSync('unshare', [...options, process.execPath, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, [ownNetwork]: '1' },
  })
  return status ?? 1
}

/** Everything that the link needs: namespaces, `ip`, `nsenter`, a device and a compiler. */
function isPossible(options) {
  const probe = 'ip link set lo up && ip tuntap add dev probe0 mode tun && command -v cc && command -v nsenter'
  return spawnSync('unshare', [...options, 'sh', '-c', probe], { stdio: 'ignore' }).status === 0
}
