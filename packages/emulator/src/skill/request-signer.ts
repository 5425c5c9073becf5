import { KeyObject, randomUUID, sign, webcrypto } from 'node:crypto'
import { createCertificateAuthority, loadX509 } from '../base/certificate-authority.js'

/** Signs requests as Alexa does, with certificates that only a verifier in development should trust. */
export interface RequestSigner {
  /** The signing certificate, for `echo-api.amazon.com`, and the authority that issued it, as PEM. */
  readonly certificateChain: string
  /** The root of the chain, as PEM. */
  readonly root: string
  /**
   * Returns the two headers for a body: `signature-256`, which signs these exact bytes, and `signaturecertchainurl`, a
   * URL under `https://s3.amazonaws.com/echo.api/` that does not exist. `certificateChain` stands for its content.
   *
   * @param body The body exactly as it is sent. A string stands for its UTF-8 bytes.
   */
  headersFor(body: string | Uint8Array): { readonly 'signature-256': string; readonly signaturecertchainurl: string }
}

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
}

let signer: Promise<RequestSigner> | undefined

/** The signer of the process, made when it is first needed, because an RSA key takes a tenth of a second or longer. @internal */
export function requestSigner(): Promise<RequestSigner> {
  signer ??= createRequestSigner()
  return signer
}

async function createRequestSigner(): Promise<RequestSigner> {
  const x509 = await loadX509()
  const root = await createCertificateAuthority('CN=Alexa emulator signing root')
  const authority = await createCertificateAuthority('CN=Alexa emulator signing authority', root)
  const keys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
  const certificate = await authority.issue('CN=echo-api.amazon.com', keys.publicKey, [
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: 'echo-api.amazon.com' }]),
  ])
  const privateKey = KeyObject.from(keys.privateKey)
  // A different URL for each process, so that a verifier that caches certificates by URL does not mix them up.
  const url = `https://s3.amazonaws.com/echo.api/emulator-${randomUUID()}.pem`
  return {
    certificateChain: `${certificate.toString('pem')}\n${authority.certificate.toString('pem')}\n`,
    root: `${root.certificate.toString('pem')}\n`,
    headersFor: (body) => ({
      'signature-256': sign('sha256', Buffer.from(body), privateKey).toString('base64'),
      signaturecertchainurl: url,
    }),
  }
}
