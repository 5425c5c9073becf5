import { buffer } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'
import { listen } from '../listen.js'
import { emulator, verifier } from './verifier.js'

it("verifies the emulator's requests and rejects others", async () => {
  onTestFinished(() => emulator.close())
  const url = await listen(async (request, response) => {
    const { status } = await verifier.verify({ headers: request.headers, rawBody: await buffer(request) })
    response.writeHead(status === 'verified' ? 200 : 400).end('{ "version": "1.0", "response": {} }')
  })

  expect((await emulator.device(url).open()).violations).toEqual([])
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(400)
})
