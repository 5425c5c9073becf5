import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { listen } from '../listen.js'

it('opens connections while the module loads, and sends no request yet', async () => {
  const alexa = createServer()
  let connections = 0
  let requests = 0
  alexa.on('connection', () => connections++)
  alexa.on('request', () => requests++)
  process.env.ALEXA_PROFILE_ENDPOINT = await listen(alexa)

  await import('./warm.js')
  await expect.poll(() => connections).toBe(4)
  expect(requests).toBe(0)
})
