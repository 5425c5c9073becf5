import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { jsonReport } from '../src/dev-report.js'

const mebibyte = 1024 * 1024

/** A reader that reads only when it is told to. */
function slowReader() {
  const lines: string[] = []
  let read: (() => void) | undefined
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      read = done
    },
  })
  return {
    stdout,
    lines,
    readAll() {
      for (let next = read; next; next = read) {
        read = undefined
        next()
      }
    },
  }
}

it('keeps at most 8 MiB for a program that does not read, and reports later how many events were lost', async () => {
  const { stdout, lines, readAll } = slowReader()
  const report = jsonReport({ stdout })
  const event = { type: 'turn', text: 'x'.repeat(mebibyte) }
  for (let events = 0; events < 50; events += 1) report.event(event)
  expect(stdout.writableLength).toBeLessThan(10 * mebibyte)
  readAll()
  await expect.poll(() => stdout.writableLength).toBe(0)
  report.event({ type: 'cleared' })
  readAll()
  await expect.poll(() => stdout.writableLength).toBe(0)
  const [lost = '', last = ''] = lines.slice(-2)
  const kept = lines.length - 2
  expect(JSON.parse(lost)).toEqual({ type: 'dropped', events: 50 - kept })
  expect(JSON.parse(last)).toEqual({ type: 'cleared' })
})
