import 'reflect-metadata'
import { randomUUID, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import * as x509 from '@peculiar/x509'

export interface Credentials {
  /** The authority's certificate, for a client's `ca`. */
  readonly ca: string
  readonly cert: string
  readonly key: string
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** Creates an authority and a certificate for one name or address. */
export async function createCredentials(host: string): Promise<Credentials> {
  const [authorityKeys, keys] = await Promise.all([generateKeys(), generateKeys()])
  const lifetime = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 3_600_000) }
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    // OpenSSL would check only the first of two authorities with the same name.
    name: `CN=Authority ${randomUUID()}`,
    keys: authorityKeys,
    signingAlgorithm: algorithm,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
    ...lifetime,
  })
  const leaf = await x509.X509CertificateGenerator.create({
    subject: 'CN=Server',
    issuer: authority.subject,
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: isIP(host) > 0 ? 'ip' : 'dns', value: host }])],
    ...lifetime,
  })
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return {
    ca: authority.toString('pem'),
    cert: leaf.toString('pem'),
    key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
  }
}

function generateKeys() {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
}
