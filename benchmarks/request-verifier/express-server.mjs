/** A skill on Express that answers at once: all that differs is whether it verifies. Its parent says how it is set up. */
import { verify, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { createExpressMiddleware, createRequestVerifier } from '@alexa-profile/request-verifier'
import express from 'express'

const [{ kind, skillId, root, certificateChain }] = await once(process, 'message')

const readers = { plain: () => express.json(), bare: signatureOnly, verified: verification }

function verification() {
  return createExpressMiddleware(
    createRequestVerifier({ skillIds: skillId, trustedRoots: root, fetchCertificate: () => certificateChain }),
  )
}

/** No chain, no timestamp, no skill id: the least that a verifier has to do. */
function signatureOnly() {
  const key = new X509Certificate(certificateChain).publicKey
  return express.json({
    verify({ headers }, _response, body) {
      const signature = Buffer.from(headers['signature-256'], 'base64')
      if (!verify('sha256', body, key, signature)) throw new Error('Not signed by this key')
    },
  })
}

const app = express()
app.post('/alexa', readers[kind](), (request, response) => {
  response.json({ version: '1.0', response: { outputSpeech: { type: 'PlainText', text: request.body.request.type } } })
})
const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
process.on('message', () => process.send({ cpu: process.cpuUsage() }))
process.send({ port: server.address().port })
