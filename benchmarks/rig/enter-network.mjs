import { execFileSync, spawnSync } from 'node:child_process'

const mark = 'ALEXA_PROFILE_BENCH_NETWORK'

/**
 * Runs this program again in a network namespace of its own, which has nothing but loopback: a benchmark that reaches no
 * other host, whatever a client tries. Gives the exit code of that run, or `undefined` inside it.
 */
export function enterNetwork() {
  if (process.env[mark] !== undefined) {
    execFileSync('ip', ['link', 'set', 'lo', 'up'])
    return undefined
  }
  const options = process.getuid?.() === 0 ? ['--net'] : ['--net', '--user', '--map-root-user']
  const { status, error } = spawnSync('unshare', [...options, process.execPath, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, [mark]: '1' },
  })
  if (error) throw new Error('bench needs Linux with unshare, nsenter, ip and a C compiler.', { cause: error })
  return status ?? 1
}
