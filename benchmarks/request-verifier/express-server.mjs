/** A skill on Express that answers at once: all that differs is whether it verifies. Its parent says how it is set up. */
import { once } from 'node:events'
import { createExpressMiddleware, createRequestVerifier } from '@alexa-profile/request-verifier'
import express from 'express'

const [{ kind, skillId, root, certificateChain }] = await once(process, 'message')

function verification() {
  return createExpressMiddleware(
    createRequestVerifier({ skillIds: skillId, trustedRoots: root, fetchCertificate: () => certificateChain }),
  )
}

const app = express()
app.post('/alexa', kind === 'verified' ? verification() : express.json(), (request, response) => {
  response.json({ version: '1.0', response: { outputSpeech: { type: 'PlainText', text: request.body.request.type } } })
})
const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
process.on('message', () => process.send({ cpu: process.cpuUsage() }))
process.send({ port: server.address().port })
