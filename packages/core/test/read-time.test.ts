import { expect, it } from 'vitest'
import { ReadTime } from '../src/read/read-time.js'

it('counts the time that a request waited for its reads, but not the time between them', () => {
  const time = new ReadTime()
  expect(time.totalMs(1000)).toBe(0)
  time.begin(1000)
  expect(time.totalMs(1030)).toBe(30)
  time.end(1050)
  expect(time.totalMs(9000)).toBe(50)
  time.begin(9000)
  expect(time.totalMs(9010)).toBe(60)
  time.end(9020)
  expect(time.totalMs(9999)).toBe(70)
})

it('counts parallel reads once, from the first start to the last end', () => {
  const time = new ReadTime()
  time.begin(100)
  time.begin(120)
  time.end(150)
  expect(time.totalMs(160)).toBe(60)
  time.begin(170)
  time.end(180)
  time.end(200)
  expect(time.totalMs(500)).toBe(100)
})
