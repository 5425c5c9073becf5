import { describe, expect, it } from 'vitest'
import { derTag, expectTag, readDer, readSequence } from '../src/certificate/der.js'

const read = (hex: string) => readDer(Buffer.from(hex, 'hex'))
const hexOf = (bytes: Buffer) => bytes.toString('hex')

/** An element with a length of any form in front of its content. */
const element = (head: string, contentBytes: number) =>
  Buffer.concat([Buffer.from(head.replaceAll(' ', ''), 'hex'), Buffer.alloc(contentBytes)])

describe('DER', () => {
  it('is read as elements with their tags, contents and whole bytes', () => {
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
  ])('may have a content of %s', (_, bytes, length) => {
    const [first, more] = readDer(bytes)
    expect([first?.content.length, first?.whole.length, more]).toEqual([length, bytes.length, undefined])
  })

  it.each([
    ['a length that is missing', element('04', 0)],
    ['a length that is cut off', element('0482 01', 0)],
    ['a content that is cut off', element('0402 00', 0)],
    ['a content that is cut off by much', element('047f 00', 0)],
    ['a second element that is cut off', element('0500 0402 00', 0)],
    ['no length', element('0480', 128)],
    ['127 bytes in the long form', element('04817f', 127)],
    ['a byte of length too many', element('04820080', 128)],
    ['255 bytes in two bytes of length', element('048200ff', 255)],
    ['65,535 bytes in three bytes of length', element('048300ffff', 65_535)],
    ['a length of five bytes', element('04850000000001', 1)],
    ['a length of five bytes that is not too long', element('04850100000000', 0)],
    ['a tag above 30', element('1f01 00', 0)],
    ['a tag above 30 that holds elements', element('bf01 00', 0)],
    ['a zero byte at the end', element('0500 00', 0)],
  ])('does not have %s', (_, bytes) => {
    expect(() => readDer(bytes)).toThrow(RangeError)
  })

  it('has a sequence that fills its bytes where one is asked for', () => {
    expect(readSequence(Buffer.from('3003020105', 'hex')).map(({ tag }) => tag)).toEqual([derTag.integer])
    expect(readSequence(Buffer.from('3000', 'hex'))).toEqual([])
    for (const hex of ['', '0500', '3100', '30000500', '30003000']) {
      expect(() => readSequence(Buffer.from(hex, 'hex'))).toThrow('not a SEQUENCE')
    }
  })

  it('has the type that is asked for', () => {
    const [truth] = read('0101ff')
    expect(expectTag(truth, derTag.boolean)).toBe(truth)
    expect(expectTag(truth, derTag.integer, derTag.boolean)).toBe(truth)
    expect(() => expectTag(truth, derTag.integer)).toThrow(RangeError)
    expect(() => expectTag(undefined, derTag.boolean)).toThrow(RangeError)
  })

  it('numbers its types as X.690 does', () => {
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
