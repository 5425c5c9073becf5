import { describe, expect, it } from 'vitest'
import { derTag, expectTag, readDer, readSequence } from '../src/certificate/der.js'

const read = (hex: string) => readDer(Buffer.from(hex, 'hex'))
const hexOf = (bytes: Buffer) => bytes.toString('hex')

/** An element with this head, whose length may have any form, and an empty content of this size. */
const element = (head: string, contentBytes: number) =>
  Buffer.concat([Buffer.from(head.replaceAll(' ', ''), 'hex'), Buffer.alloc(contentBytes)])

describe('DER reader', () => {
  it('returns elements with their tags, contents and whole bytes', () => {
    expect(read('')).toEqual([])
    const elements = read('0101ff3003020105' + '0500')
    expect(elements.map(({ tag, content, whole }) => [tag, hexOf(content), hexOf(whole)])).toEqual([
      [derTag.boolean, 'ff', '0101ff'],
      [derTag.sequence, '020105', '3003020105'],
      [0x05, '', '0500'],
    ])
  })

  it.each([
    ['127 bytes', element('047f', 127), 127],
    ['128 bytes', element('048180', 128), 128],
    ['255 bytes', element('0481ff', 255), 255],
    ['256 bytes', element('04820100', 256), 256],
    ['65,536 bytes', element('0483010000', 65_536), 65_536],
    ['16 MiB', element('048401000000', 16_777_216), 16_777_216],
  ])('accepts a content of %s', (_, bytes, length) => {
    const [first, more] = readDer(bytes)
    expect([first?.content.length, first?.whole.length, more]).toEqual([length, bytes.length, undefined])
  })

  it.each([
    ['a missing length', element('04', 0)],
    ['a truncated length', element('0482 01', 0)],
    ['a truncated content', element('0402 00', 0)],
    ['a content with 126 missing bytes', element('047f 00', 0)],
    ['a truncated second element', element('0500 0402 00', 0)],
    ['an indefinite length', element('0480', 128)],
    ['127 bytes in the long form', element('04817f', 127)],
    ['a length with a byte too many', element('04820080', 128)],
    ['255 bytes in two bytes of length', element('048200ff', 255)],
    ['65,535 bytes in three bytes of length', element('048300ffff', 65_535)],
    ['a length of five bytes', element('04850000000001', 1)],
    ['a length of five bytes with a small value', element('04850100000000', 0)],
    ['a tag above 30', element('1f01 00', 0)],
    ['a constructed tag above 30', element('bf01 00', 0)],
    ['a zero byte at the end', element('0500 00', 0)],
  ])('rejects %s', (_, bytes) => {
    expect(() => readDer(bytes)).toThrow(RangeError)
  })

  it('reads a sequence only if it fills the bytes', () => {
    expect(readSequence(Buffer.from('3003020105', 'hex')).map(({ tag }) => tag)).toEqual([derTag.integer])
    expect(readSequence(Buffer.from('3000', 'hex'))).toEqual([])
    for (const hex of ['', '0500', '3100', '30000500', '30003000']) {
      expect(() => readSequence(Buffer.from(hex, 'hex'))).toThrow('the bytes are not a single SEQUENCE')
    }
  })

  it('checks the expected type', () => {
    const [truth] = read('0101ff')
    expect(expectTag(truth, derTag.boolean)).toBe(truth)
    expect(expectTag(truth, derTag.integer, derTag.boolean)).toBe(truth)
    expect(() => expectTag(truth, derTag.integer)).toThrow(RangeError)
    expect(() => expectTag(undefined, derTag.boolean)).toThrow(RangeError)
  })

  it('numbers the types as X.690 does', () => {
    const { explicit, implicit, ...types } = derTag
    expect(types).toEqual({
      boolean: 1,
      integer: 2,
      bitString: 3,
      octetString: 4,
      objectId: 6,
      utcTime: 23,
      generalizedTime: 24,
      sequence: 48,
    })
    expect([explicit(0), explicit(3), implicit(1), implicit(8)]).toEqual([0xa0, 0xa3, 0x81, 0x88])
  })
})
