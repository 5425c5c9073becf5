import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { delimiter } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const cwd = fileURLToPath(new URL('..', import.meta.url))
/** The environment of an npm script, with the commands of this folder's packages. */
const env = { ...process.env, PATH: [`${cwd}node_modules/.bin`, process.env.PATH].join(delimiter) }

it('npm run dev ends with a message if its port is in use', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const dev = spawn(process.execPath, ['dev.mjs', '--port', String(port), '--no-open'], { cwd, env })
  const [said, [code]] = await Promise.all([text(dev.stderr), once(dev, 'exit')])
  other.close()
  expect(said).toContain(String(port))
  expect(code).not.toBe(0)
})
