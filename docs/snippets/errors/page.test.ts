import { readFileSync } from 'node:fs'
import type { ProfileErrorCode } from '@alexa-profile/core'
import { expect, it } from 'vitest'

/** The compiler requires exactly the existing codes. */
const codes = Object.keys({
  'client-closed': 1,
  'copy-without-values': 1,
  'decision-invalid': 1,
  'endpoint-not-allowed': 1,
  'envelope-invalid': 1,
  'field-unknown': 1,
  'option-invalid': 1,
  'option-unknown': 1,
  'scope-not-declared': 1,
  'scope-unknown': 1,
  'setup-invalid': 1,
  'token-missing': 1,
} satisfies Record<ProfileErrorCode, 1>)

it.each(codes)('explains %s on the page', (code) => {
  const page = readFileSync(new URL('../../guide/errors.md', import.meta.url), 'utf8')
  expect(page).toMatch(new RegExp(`^\\| \`${code}\` +\\| .{10,}`, 'm'))
})
