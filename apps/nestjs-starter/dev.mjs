/**
 * `npm run dev`: a local Alexa with a page to talk to the skill, and the skill, which verifies what this Alexa signs and is
 * built and started again when a file changes. The page is at http://127.0.0.1:4141, the mailbox on the next port.
 */
import { spawn, spawnSync } from 'node:child_process'

const alexa = 'http://127.0.0.1:4141'
const port = process.env.PORT ?? '3000'
const children = []

function run(command, args, environment = {}) {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } })
  child.on('exit', stop)
  children.push(child)
}

function stop() {
  for (const child of children) child.kill()
}

process.on('SIGINT', stop)
process.on('SIGTERM', stop)

run('alexa-profile', ['dev', '--skill', `http://127.0.0.1:${port}/alexa`, '--port', '4141'])
while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 100))
const build = ['--project', 'tsconfig.build.json']
spawnSync('tsc', build, { stdio: 'inherit' }) // once, so that there is something to start
run('tsc', [...build, '--watch', '--preserveWatchOutput'])
run(process.execPath, ['--watch-path=dist', 'dist/main.js'], {
  PORT: port,
  ALEXA_PROFILE_ENDPOINT: alexa,
  SMTP_URL: 'smtp://127.0.0.1:4142',
})

/** The skill asks the local Alexa whom to trust, so it starts second. */
function isUp() {
  return fetch(`${alexa}/signing/root.pem`).then(
    ({ ok }) => ok,
    () => false,
  )
}
