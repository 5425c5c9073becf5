import { expect, it } from 'vitest'
import { nearestName } from '../src/nearest-name.js'
import { permissionNames } from '../src/permission-names.js'

it.each([
  ['alexa::profile::email:read', 'alexa::profile:email:read'],
  ['alexa::profileemailread', 'alexa::profile:email:read'],
  ['alexa:profile:email:read', 'alexa::profile:email:read'],
  ['ALEXA::PROFILE:EMAIL:READ', 'alexa::profile:email:read'],
  ['alexa::profile:emial:read', 'alexa::profile:email:read'],
  ['profile:email:read', 'alexa::profile:email:read'],
  ['alexa::profile:email', 'alexa::profile:email:read'],
  ['alexa::profile:givenName:read', 'alexa::profile:given_name:read'],
  ['alexa::profile:mobileNumber:read', 'alexa::profile:mobile_number:read'],
  ['alexa::devices:all:address:country_and_postal_code:read', 'alexa:devices:all:address:country_and_postal_code:read'],
])('reads %s as %s', (name, nearest) => {
  expect(nearestName(name, permissionNames)).toBe(nearest)
})

it.each(['', 'alexa', 'alexa::profile', 'alexa::profile:shoe_size:read', '\u0000', 'x'.repeat(1_000_000)])(
  'does not guess the meaning of %.40s',
  (name) => {
    expect(nearestName(name, permissionNames)).toBeUndefined()
  },
)

it('returns every known name unchanged', () => {
  for (const name of permissionNames) expect(nearestName(name, permissionNames)).toBe(name)
})
