import { webcrypto } from 'node:crypto'
import type { Extension, X509Certificate } from '@peculiar/x509'

/** The algorithm of the keys and signatures. @internal */
export const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const dayMs = 86_400_000

/** Signs certificates with its own key, ECDSA P-256. @internal */
export interface CertificateAuthority {
  readonly certificate: X509Certificate
  issue(subject: string, publicKey: webcrypto.CryptoKey, extensions: readonly Extension[]): Promise<X509Certificate>
}

/**
 * Loads the library only when certificates are made, because it needs a polyfill that adds functions to the global
 * `Reflect`.
 *
 * @internal
 */
export async function loadX509(): Promise<typeof import('@peculiar/x509')> {
  await import('reflect-metadata')
  return import('@peculiar/x509')
}

/**
 * Creates a root, or an authority below `issuer`. Its own certificate and all that it signs are valid from yesterday,
 * because clocks differ, for 90 days.
 *
 * @internal
 */
export async function createCertificateAuthority(
  subject: string,
  issuer?: CertificateAuthority,
): Promise<CertificateAuthority> {
  const x509 = await loadX509()
  const keys = await webcrypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const extensions = [
    new x509.BasicConstraintsExtension(true, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
  ]

  async function sign(name: string, publicKey: webcrypto.CryptoKey, more: readonly Extension[]) {
    return x509.X509CertificateGenerator.create({
      subject: name,
      issuer: subject,
      publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm: ecdsa,
      extensions: [...more, await x509.AuthorityKeyIdentifierExtension.create(keys.publicKey)],
      notBefore: new Date(Date.now() - dayMs),
      notAfter: new Date(Date.now() + 90 * dayMs),
    })
  }

  const certificate = await (issuer?.issue ?? sign)(subject, keys.publicKey, extensions)
  return { certificate, issue: sign }
}
