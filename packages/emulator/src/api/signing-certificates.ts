import type { FastifyInstance } from 'fastify'
import { type RequestSigner, requestSigner } from '../skill/request-signer.js'

/** Serves what a verifier in another process has to trust, as PEM. */
export function addSigningCertificates(server: FastifyInstance): void {
  serve('/signing/root.pem', ({ root }) => root)
  serve('/signing/certificate-chain.pem', ({ certificateChain }) => certificateChain)

  function serve(path: string, pemOf: (signer: RequestSigner) => string): void {
    server.get(path, async (_, reply) => reply.type('application/x-pem-file').send(pemOf(await requestSigner())))
  }
}
