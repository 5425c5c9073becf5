/** One element of DER, the encoding of certificates: a tag and what it holds. */
export interface DerElement {
  readonly tag: number
  readonly content: Buffer
  /** With tag and length. */
  readonly whole: Buffer
}

export const derTag = Object.freeze({
  boolean: 0x01,
  integer: 0x02,
  sequence: 0x30,
  /** `[n]` around other elements. */
  explicit: (n: number) => 0xa0 + n,
  /** `[n]` in place of a simple type's own tag. */
  implicit: (n: number) => 0x80 + n,
})

/**
 * The elements that follow one another in these bytes. OpenSSL has parsed every certificate before it gets here, so
 * this needs to be strict, not complete.
 *
 * @throws {RangeError} when it is not DER
 */
export function readDer(bytes: Buffer): DerElement[] {
  const elements: DerElement[] = []
  for (let start = 0; start < bytes.length; ) {
    const tag = bytes.readUInt8(start)
    const first = bytes.readUInt8(start + 1)
    const lengthBytes = first < 0x80 ? 0 : first - 0x80
    // A tag or length of another form (more than 31 tags, no length, more than 4 GB) has no place in a certificate.
    if ((tag & 0x1f) === 0x1f || first === 0x80 || lengthBytes > 4) throw new RangeError('not DER')
    const contentStart = start + 2 + lengthBytes
    const length = lengthBytes === 0 ? first : bytes.readUIntBE(start + 2, lengthBytes)
    const end = contentStart + length
    if (end > bytes.length) throw new RangeError('not DER')
    elements.push({ tag, content: bytes.subarray(contentStart, end), whole: bytes.subarray(start, end) })
    start = end
  }
  return elements
}

/** What a SEQUENCE that fills these bytes holds. */
export function readSequence(bytes: Buffer): DerElement[] {
  const [sequence, more] = readDer(bytes)
  if (sequence?.tag !== derTag.sequence || more) throw new RangeError('not a SEQUENCE')
  return readDer(sequence.content)
}
