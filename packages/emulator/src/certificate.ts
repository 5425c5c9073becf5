import { webcrypto } from 'node:crypto'

/** A server certificate and the root that vouches for it, all PEM. */
export interface ServerCertificate {
  readonly authority: string
  readonly certificate: string
  readonly privateKey: string
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const dayMs = 86_400_000

/**
 * Makes a root CA and a certificate for 127.0.0.1 and localhost, both ECDSA P-256, valid from yesterday (clocks differ)
 * for 90 days.
 */
export async function createServerCertificate(): Promise<ServerCertificate> {
  // Loaded only for HTTPS: the library needs this polyfill, which adds functions to the global `Reflect`.
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  const [rootKeys, serverKeys] = await Promise.all([createKeys(), createKeys()])
  const lifetime = { notBefore: new Date(Date.now() - dayMs), notAfter: new Date(Date.now() + 90 * dayMs) }

  const root = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Alexa emulator root',
    keys: rootKeys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
    ...lifetime,
  })
  const server = await x509.X509CertificateGenerator.create({
    subject: 'CN=Alexa emulator',
    issuer: root.subject,
    publicKey: serverKeys.publicKey,
    signingKey: rootKeys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
      await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
    ...lifetime,
  })
  return {
    authority: root.toString('pem'),
    certificate: server.toString('pem'),
    privateKey: x509.PemConverter.encode(
      await webcrypto.subtle.exportKey('pkcs8', serverKeys.privateKey),
      x509.PemConverter.PrivateKeyTag,
    ),
  }
}

function createKeys() {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
}
