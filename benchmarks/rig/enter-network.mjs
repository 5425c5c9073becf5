import { execFileSync, spawnSync } from 'node:child_process'

/** Set where the program runs in a network of its own. */
export const ownNetwork = 'ALEXA_PROFILE_BENCH_NETWORK'

/**
 * Runs this program again in a network namespace of its own, which has nothing but loopback: a benchmark that reaches no
 * other host, whatever a client tries. Gives the exit code of that run, or `undefined` inside it and where there are no
 * such namespaces to be had.
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

/** All that the link needs: namespaces, `ip`, `nsenter`, a device for it, and a compiler. */
function isPossible(options) {
  const probe = 'ip link set lo up && ip tuntap add dev probe0 mode tun && command -v cc && command -v nsenter'
  return spawnSync('unshare', [...options, 'sh', '-c', probe], { stdio: 'ignore' }).status === 0
}
