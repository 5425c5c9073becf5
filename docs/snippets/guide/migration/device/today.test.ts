import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { measureReaders } from './today.js'

it('measures what the guide says about the readers', async () => {
  const page = readFileSync(new URL('../../../../guide/migration/from-device-readers.md', import.meta.url), 'utf8')
  const shown = page.split('\n').map((line) => line.replace(/ +\|/g, ' |'))
  const measured = await measureReaders()
  expect(shown.slice(shown.indexOf(measured[0] ?? ''))).toEqual(expect.arrayContaining([...measured]))
  expect(shown.filter((line) => measured.includes(line))).toEqual(measured)
})
