import { deepStrictEqual, strictEqual } from 'node:assert'
import { createServer, request } from 'node:http'
import { createExpressMiddleware, createRequestVerifier } from '@alexa-profile/request-verifier'

/** Nobody may talk to the skill whom Alexa has not sent. */
async function refuse() {
  const reasons: string[] = []
  const verifier = createRequestVerifier({ skillIds: 'amzn1.ask.skill.00000000-0000-4000-8000-000000000000' })
  const middleware = createExpressMiddleware(verifier, { onRefused: ({ reason }) => reasons.push(reason) })
  const server = createServer((incoming, response) => middleware(incoming, response, () => response.end('in')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const status = await new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method: 'POST' }, (answer) => resolve(answer.statusCode))
    outgoing.on('error', reject).end('{}')
  })
  strictEqual(status, 400)
  deepStrictEqual(reasons, ['signature-missing'])
}

refuse().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    process.exit(1)
  },
)
