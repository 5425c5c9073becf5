/** Is copied into a starter: opens the built skill with the installed emulator, and prints what it says. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { startEmulator } from '@alexa-profile/emulator'

const emulator = await startEmulator()
const { skill, stop } = existsSync('dist/main.js') ? await startServer() : await loadFunction()
const { speech, violations } = await emulator.device(skill).open()
process.stdout.write(JSON.stringify({ speech, violations }))
stop()
process.exit(0)

/** Loads the handler, as AWS Lambda does. */
async function loadFunction() {
  const { handler } = await import(new URL('dist/index.mjs', `file://${process.cwd()}/`).href)
  return { skill: handler, stop() {} }
}

/** Starts the skill's server, which verifies that requests come from the emulator. */
async function startServer() {
  const port = await freePort()
  const env = {
    ...process.env,
    PORT: String(port),
    ALEXA_PROFILE_ENDPOINT: emulator.url,
    DATABASE_DIRECTORY: 'memory://',
  }
  const server = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  server.once('exit', (code) => {
    process.stderr.write(`The server ended with exit code ${code}.\n`)
    process.exit(1)
  })
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 200))
  const stop = () => {
    server.removeAllListeners('exit')
    server.kill()
  }
  return { skill: `http://127.0.0.1:${port}/alexa`, stop }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
