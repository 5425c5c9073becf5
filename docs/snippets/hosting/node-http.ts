import { createServer, type IncomingMessage } from 'node:http'
import type { RequestEnvelope } from '@alexa-profile/core'
import { createExpressMiddleware } from '@alexa-profile/request-verifier'
import { handler } from './handler.js'
import { verifier } from './verifier.js'

const fromAlexa = createExpressMiddleware(verifier)

export const server = createServer((request, response) => {
  fromAlexa(request, response, async () => {
    const { body } = request as IncomingMessage & { body: RequestEnvelope } // verified
    try {
      const answer = JSON.stringify(await handler(body))
      response.setHeader('content-type', 'application/json').end(answer)
    } catch {
      response.writeHead(500).end()
    }
  })
})
