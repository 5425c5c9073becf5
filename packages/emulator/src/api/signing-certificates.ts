import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRouter, pathOf } from '../base/router.js'
import { type RequestSigner, requestSigner } from '../skill/request-signer.js'

const pemAt = createRouter<(signer: RequestSigner) => string>(
  new Map([
    ['/signing/root.pem', ({ root }: RequestSigner) => root],
    ['/signing/certificate-chain.pem', ({ certificateChain }: RequestSigner) => certificateChain],
  ]),
)

/** Serves the certificates that a verifier in another process must trust, as PEM. @returns Whether the request was for them. */
export async function serveSigningCertificates(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const pemOf = request.method === 'GET' ? pemAt(pathOf(request)) : undefined
  if (pemOf === undefined) return false
  const pem = pemOf(await requestSigner())
  response.writeHead(200, { 'content-type': 'application/x-pem-file', 'content-length': Buffer.byteLength(pem) })
  response.end(pem)
  return true
}
