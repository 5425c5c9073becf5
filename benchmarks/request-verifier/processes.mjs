import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * Starts a server of this folder in a separate process.
 *
 * @param {string} script
 * @param {object} setup what the script waits for
 * @param {Record<string, string>} [env]
 */
export async function startProcess(script, setup, env = {}) {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = fork(path, { env: { ...process.env, NODE_ENV: 'production', ...env } })
  child.send(setup)
  const [{ port }] = await once(child, 'message')
  return {
    port,
    async ask() {
      child.send('?')
      const [answer] = await once(child, 'message')
      return answer
    },
    stop: () => child.kill(),
  }
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
