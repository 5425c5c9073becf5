import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { runInThisContext } from 'node:vm'
import { createTransport } from 'nodemailer'
import { expect, it, onTestFinished } from 'vitest'
import type { Emulator } from '../src/index.js'
import { listening } from './listening.js'

const dist = createRequire(new URL('../package.json', import.meta.url))

/** Loads the package as jest does, in a script without `import()`. */
function load(file: string): unknown {
  const wrapper = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`
  const module = { exports: {} }
  const ownRequire = createRequire(file)
  const require = (id: string) => (id.startsWith('.') ? load(ownRequire.resolve(id)) : ownRequire(id))
  runInThisContext(wrapper, { filename: file })(module.exports, require, module, file, dirname(file))
  return module.exports
}

it.each([
  ['certificates', { https: true }],
  ['plain http', {}],
])('signs requests under jest, which has no import() for CommonJS: %s', async (_, options) => {
  const { startEmulator } = load(dist.resolve('./dist/index.js')) as typeof import('../src/index.js')
  const emulator: Emulator = await startEmulator(options)
  onTestFinished(() => emulator.close())
  const headers: unknown[] = []
  const url = await listening((request, response) => {
    headers.push(request.headers['signature-256'])
    response.end('{"version":"1.0","response":{}}')
  })
  expect((await emulator.device(url).open()).violations).toEqual([])
  expect(headers).toEqual([expect.stringMatching(/^[\w+/]+=*$/)])
})

it('reads emails under jest, in a thread', async () => {
  const { startMailbox } = load(dist.resolve('./dist/mailbox.js')) as typeof import('../src/mailbox.js')
  const mailbox = await startMailbox()
  onTestFinished(() => mailbox.close())
  await createTransport(mailbox.url).sendMail({ to: 'ann@example.com', subject: 'Your table' })
  expect(await mailbox.next()).toMatchObject({ deliveredTo: ['ann@example.com'], subject: 'Your table' })
})
