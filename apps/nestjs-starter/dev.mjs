/**
 * `npm run dev`: starts a local Alexa with a page to talk to the skill, and the skill, which verifies the requests of this Alexa. The
 * skill is built and started again when a file changes. The page is at http://127.0.0.1:4141 or at the port of `--port`, and the
 * mailbox uses the next port. `--no-open` does not open the page, and `--locale de-DE` sets a customer who speaks German. If one
 * process ends, the others end, too.
 */
import { spawn, spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4141' }, 'no-open': { type: 'boolean' }, locale: { type: 'string' } },
})
const alexa = `http://127.0.0.1:${values.port}`
const port = process.env.PORT ?? '3000'
const children = []
/** The skill's environment. `alexa-profile dev` gets it, too, so that it does not print how to start the skill. */
const environment = {
  ...process.env,
  PORT: port,
  ALEXA_PROFILE_ENDPOINT: alexa,
  SMTP_URL: `smtp://127.0.0.1:${Number(values.port) + 1}`,
}

function run(command, args) {
  const child = spawn(command, args, { stdio: 'inherit', env: environment })
  child.on('exit', (code) => stop(code ?? 0))
  children.push(child)
}

function stop(code) {
  for (const child of children) child.kill()
  process.exit(code)
}

process.on('SIGINT', () => stop(0))
process.on('SIGTERM', () => stop(0))

const page = [
  ...['--port', values.port],
  ...(values['no-open'] ? ['--no-open'] : []),
  ...(values.locale === undefined ? [] : ['--locale', values.locale]),
]
run('alexa-profile', ['dev', '--skill', `http://127.0.0.1:${port}/alexa`, '--test-skill', 'test/skill.ts', ...page])
while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 100))
const build = ['--project', 'tsconfig.build.json']
spawnSync('tsc', build, { stdio: 'inherit' }) // built once, so that there is a skill to start
run('tsc', [...build, '--watch', '--preserveWatchOutput'])
run(process.execPath, ['--watch-path=dist', 'dist/main.js'])

/** The skill gets the trusted certificate from the local Alexa, so it starts second. */
function isUp() {
  return fetch(`${alexa}/signing/root.pem`).then(
    ({ ok }) => ok,
    () => false,
  )
}
