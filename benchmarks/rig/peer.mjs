import { fork } from 'node:child_process'

/**
 * Starts a process that runs named commands over IPC. Each call of `ask` runs one command.
 *
 * @param {string} module
 * @param {{ args?: string[], env?: NodeJS.ProcessEnv, execPath?: string, execArgv?: string[] }} [options]
 */
export function startPeer(module, { args = [], env = {}, execPath, execArgv = [] } = {}) {
  const child = fork(module, args, {
    env: { ...process.env, ...env },
    execArgv,
    ...(execPath && { execPath }),
    serialization: 'advanced',
  })
  const waiting = new Map()
  let lastId = 0
  child.on('message', (/** @type {any} */ { id, value, error }) => {
    const { resolve, reject } = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) resolve(value)
    else reject(new Error(error))
  })
  child.once('exit', (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`${module} ${args} ended: ${code ?? signal}`))
  })
  return {
    pid: child.pid,
    /**
     * @param {string} name
     * @param {unknown} [argument]
     * @returns {Promise<any>}
     */
    ask(name, argument) {
      lastId += 1
      const id = lastId
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        child.send({ id, name, argument })
      })
    },
    /** Resolves when it has ended. */
    stop() {
      if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.disconnect()
      return ended
    },
  }
}
