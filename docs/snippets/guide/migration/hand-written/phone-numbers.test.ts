import { readFileSync } from 'node:fs'
import type { MobileNumber } from '@alexa-profile/core'
import { toE164 } from '@alexa-profile/core/phone'
import { expect, it } from 'vitest'

const page = readFileSync(new URL('../../../../guide/migration/from-hand-written.md', import.meta.url), 'utf8')
const rows = [...page.matchAll(/^\| `\{ (.*phoneNumber: .*) \}` +\| `(.+?)`/gm)]

it('shows four numbers', () => expect(rows).toHaveLength(4))

it.each(rows.map(([, sent = '', result = '']) => ({ sent, result })))('reads $sent as $result', ({ sent, result }) => {
  const members = [...sent.matchAll(/(\w+): '(.*?)'/g)].map(([, name, value]) => [name, value])
  const number = toE164(Object.fromEntries(members) as MobileNumber)
  expect(number.status === 'valid' ? number.e164 : number.status).toBe(result)
})
