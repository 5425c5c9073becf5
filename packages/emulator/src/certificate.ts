import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A server certificate and the root that vouches for it, all PEM. */
export interface ServerCertificate {
  readonly authority: string
  readonly certificate: string
  readonly privateKey: string
}

const dayMs = 86_400_000

/**
 * Makes a root CA and a certificate for 127.0.0.1 and localhost, both ECDSA P-256, valid from yesterday (clocks differ)
 * for 90 days.
 *
 * Written out as DER, because the fields are few and fixed: the X.509 libraries for Node want a `Reflect` polyfill,
 * which would change a global in the process of whoever tests with the emulator.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1 (read 2026-11-22)
 */
export function createServerCertificate(): ServerCertificate {
  const root = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const rootName = 'Alexa emulator root'
  const rootKeyId = keyIdentifier(root.publicKey)
  const identifiesRoot = extension('551d23', sequence(tagged(0x80, rootKeyId)))
  return {
    authority: certificate({
      issuer: rootName,
      subject: rootName,
      publicKey: root.publicKey,
      signingKey: root.privateKey,
      extensions: [
        extension('551d13', sequence(tagged(0x01, Buffer.from([0xff]))), 'critical'), // basicConstraints: a CA
        extension('551d0f', tagged(0x03, Buffer.from([0x01, 0x06])), 'critical'), // keyUsage: keyCertSign, cRLSign
        extension('551d0e', tagged(0x04, rootKeyId)), // subjectKeyIdentifier
      ],
    }),
    certificate: certificate({
      issuer: rootName,
      subject: 'Alexa emulator',
      publicKey: leaf.publicKey,
      signingKey: root.privateKey,
      extensions: [
        extension('551d0f', tagged(0x03, Buffer.from([0x07, 0x80])), 'critical'), // keyUsage: digitalSignature
        extension('551d25', sequence(objectIdentifier('2b06010505070301'))), // extKeyUsage: serverAuth
        extension(
          '551d11', // subjectAltName: a dNSName and an iPAddress
          sequence(tagged(0x82, Buffer.from('localhost')), tagged(0x87, Buffer.from([127, 0, 0, 1]))),
        ),
        identifiesRoot,
      ],
    }),
    privateKey: leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

interface CertificateFields {
  issuer: string
  subject: string
  publicKey: KeyObject
  signingKey: KeyObject
  extensions: readonly Buffer[]
}

function certificate({ issuer, subject, publicKey, signingKey, extensions }: CertificateFields): string {
  const algorithm = sequence(objectIdentifier('2a8648ce3d040302')) // ecdsa-with-SHA256
  const now = Date.now()
  const toBeSigned = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))), // version 3
    tagged(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(15)])), // a serial number above zero
    algorithm,
    distinguishedName(issuer),
    sequence(utcTime(now - dayMs), utcTime(now + 90 * dayMs)),
    distinguishedName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  )
  const der = sequence(toBeSigned, algorithm, bitString(sign('sha256', toBeSigned, signingKey)))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

function tagged(tag: number, content: Uint8Array): Buffer {
  const size = content.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return tagged(0x30, Buffer.concat(parts))
}

function objectIdentifier(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'))
}

function bitString(bytes: Uint8Array): Buffer {
  return tagged(0x03, Buffer.concat([Buffer.from([0]), bytes]))
}

function extension(identifierHex: string, value: Buffer, critical?: 'critical'): Buffer {
  const flag = critical ? [tagged(0x01, Buffer.from([0xff]))] : []
  return sequence(objectIdentifier(identifierHex), ...flag, tagged(0x04, value))
}

function distinguishedName(commonName: string): Buffer {
  return sequence(tagged(0x31, sequence(objectIdentifier('550403'), tagged(0x0c, Buffer.from(commonName)))))
}

/** Two digits for the year: RFC 5280 wants UTCTime for dates up to 2049. */
function utcTime(timeMs: number): Buffer {
  const digits = new Date(timeMs).toISOString().replace(/\D/g, '').slice(2, 14)
  return tagged(0x17, Buffer.from(`${digits}Z`))
}

function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest()
}
