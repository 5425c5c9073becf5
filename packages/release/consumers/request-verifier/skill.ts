import { createServer, type IncomingMessage } from 'node:http'
import { createProfileClient, type RequestEnvelope, respondTo, toResponseEnvelope } from '@alexa-profile/core'
import type { Emulator } from '@alexa-profile/emulator'
import { createRequestVerifier } from '@alexa-profile/request-verifier'

/** A server that accepts only requests from Alexa, which the emulator signs. */
export async function createSkill(emulator: Emulator) {
  const { root, certificateChain } = await emulator.signer()
  const verifier = createRequestVerifier<RequestEnvelope>({
    skillIds: 'amzn1.ask.skill.table-talk',
    trustedRoots: root,
    fetchCertificate: () => certificateChain,
  })
  const client = createProfileClient({ allowedEndpoints: [emulator.url] })

  async function answer(request: IncomingMessage) {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const result = await verifier.verify({ headers: request.headers, rawBody: Buffer.concat(chunks) })
    if (result.status === 'rejected') return undefined
    const decision = await client.forRequest(result.envelope).require({ required: ['email'] })
    if (decision.action !== 'proceed') return respondTo(decision, { locale: 'en-US', purpose: 'write to you' })
    const email: string = decision.profile.email
    return { outputSpeech: { type: 'SSML' as const, ssml: `<speak>I will write to ${email}.</speak>` } }
  }

  const server = createServer((request, response) => {
    answer(request).then((said) => {
      response.statusCode = said ? 200 : 400
      response.end(said && JSON.stringify(toResponseEnvelope(said)))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
}
