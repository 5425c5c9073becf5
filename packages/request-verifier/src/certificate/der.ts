/** One element of DER, the encoding of certificates: a tag and its content. */
export interface DerElement {
  readonly tag: number
  readonly content: Buffer
  /** The bytes of the element, including tag and length. */
  readonly whole: Buffer
}

export const derTag = Object.freeze({
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectId: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  /** `[n]` around other elements. */
  explicit: (n: number) => 0xa0 + n,
  /** `[n]` instead of a simple type's tag. */
  implicit: (n: number) => 0x80 + n,
})

/**
 * Reads a sequence of elements. OpenSSL also parses every certificate, but accepts more than DER, and its versions
 * differ in what they accept. So this reader is strict.
 *
 * @throws {RangeError} if the bytes are not DER
 */
export function readDer(bytes: Buffer): DerElement[] {
  const elements: DerElement[] = []
  for (let start = 0; start < bytes.length; ) {
    const tag = bytes.readUInt8(start)
    const first = bytes.readUInt8(start + 1)
    const lengthBytes = first < 0x80 ? 0 : first - 0x80
    // Tags and lengths of other forms (more than 31 tags, no length, more than 4 GB) do not occur in a certificate.
    if ((tag & 0x1f) === 0x1f || first === 0x80 || lengthBytes > 4) throw new RangeError('the bytes are not valid DER')
    const contentStart = start + 2 + lengthBytes
    const length = lengthBytes === 0 ? first : bytes.readUIntBE(start + 2, lengthBytes)
    // DER allows only the shortest form of each length.
    if (lengthBytes > 0 && length < (lengthBytes === 1 ? 0x80 : 2 ** (8 * (lengthBytes - 1)))) {
      throw new RangeError('the bytes are not valid DER')
    }
    const end = contentStart + length
    if (end > bytes.length) throw new RangeError('the bytes are not valid DER')
    elements.push({ tag, content: bytes.subarray(contentStart, end), whole: bytes.subarray(start, end) })
    start = end
  }
  return elements
}

/**
 * Reads the content of a SEQUENCE that fills these bytes.
 *
 * @throws {RangeError} if the bytes are anything else
 */
export function readSequence(bytes: Buffer): DerElement[] {
  const [sequence, more] = readDer(bytes)
  if (sequence?.tag !== derTag.sequence || more) throw new RangeError('the bytes are not a single SEQUENCE')
  return readDer(sequence.content)
}

/** Checks the type of an element. @throws {RangeError} if the element is of another type */
export function expectTag(element: DerElement | undefined, ...tags: readonly number[]): DerElement {
  if (element === undefined || !tags.includes(element.tag))
    throw new RangeError('the element does not have the expected type')
  return element
}
