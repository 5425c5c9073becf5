import { fork } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { bytes, bytesThenEnd, bytesThenReset, forbidden, reset, status, value } from './support/answers.js'
import { token } from './support/envelope.js'
import { useTlsServer } from './support/tls-server.js'

const server = useTlsServer()

const email = 'ann.private@example.com'
const secrets = [token, email]
const quoting = `${token} ${email}`
const header = 'HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n'

/** Responses with the secrets in them, from Alexa or from a server in its place. */
const answers = [
  value(email),
  status(200, `"${quoting}`),
  status(200, `<html>${quoting}</html>`, { 'Content-Type': 'text/html' }),
  status(200, JSON.stringify({ email: quoting })),
  status(200, JSON.stringify(quoting.repeat(5000))),
  status(401, quoting),
  forbidden(quoting),
  status(403, `<html>${quoting}</html>`),
  status(429, quoting, { 'Retry-After': quoting }),
  status(500, quoting, { 'X-Amzn-RequestId': quoting }),
  status(302, quoting, { Location: `https://example.com/${token}` }),
  reset,
  bytes(quoting),
  bytesThenEnd(header, `"${quoting}`),
  bytesThenReset(header, `"${quoting}`),
  value(email),
]
const reversed = (text: string) => [...text].reverse().join('')

it('prints neither the token nor the value with full NODE_DEBUG, and stores neither after the turn', async () => {
  server.answer(...answers)
  const child = fork(fileURLToPath(new URL('support/printing-skill.cjs', import.meta.url)), {
    silent: true,
    execArgv: ['--expose-gc', '--trace-warnings', '--trace-uncaught'],
    env: { ...process.env, NODE_DEBUG: '*', NODE_OPTIONS: '' },
  })
  const [printed, complained] = [text(child.stdout as never), text(child.stderr as never)]
  child.send({
    origin: server.origin,
    ca: server.ca,
    reversedToken: reversed(token),
    reversedSecrets: secrets.map(reversed),
    turns: answers.length,
  })
  const [onHeap] = await once(child, 'message')
  const [code] = await once(child, 'exit')
  const output = (await printed) + (await complained)

  expect(code).toBe(1)
  expect(output).toMatch(/HTTP \d+: /)
  expect(output).toMatch(/TLS \d+: /)
  expect(output).toContain('Error: the handler failed')
  expect(output.match(/permission-missing/g)?.length).toBeGreaterThan(10)
  for (const secret of secrets) expect(output.includes(secret)).toBe(false)
  // The value must be found while the skill holds it, which proves that the search works.
  expect(onHeap).toEqual({ whileHeld: 1, afterwards: 0 })
})
