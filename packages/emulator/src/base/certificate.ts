import { webcrypto } from 'node:crypto'
import { createCertificateAuthority, ecdsa, loadX509 } from './certificate-authority.js'

/** A server certificate, its key and its root, all as PEM. */
export interface ServerCertificate {
  readonly authority: string
  readonly certificate: string
  readonly privateKey: string
}

/** Makes a root CA and a certificate for 127.0.0.1 and localhost, both ECDSA P-256. */
export async function createServerCertificate(): Promise<ServerCertificate> {
  const x509 = await loadX509()
  const root = await createCertificateAuthority('CN=Alexa emulator root')
  const keys = await webcrypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const server = await root.issue('CN=Alexa emulator', keys.publicKey, [
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    new x509.SubjectAlternativeNameExtension([
      { type: 'dns', value: 'localhost' },
      { type: 'ip', value: '127.0.0.1' },
    ]),
  ])
  return {
    authority: root.certificate.toString('pem'),
    certificate: server.toString('pem'),
    privateKey: x509.PemConverter.encode(
      await webcrypto.subtle.exportKey('pkcs8', keys.privateKey),
      x509.PemConverter.PrivateKeyTag,
    ),
  }
}
