import { ProfileError } from '@alexa-profile/core'
import { type Pipes, turnParameter } from './turn-parameter.js'

const profileParameter = turnParameter(({ profile }) => {
  if (profile !== undefined) return profile
  throw new ProfileError('setup-invalid', '@Profile() requires @RequireProfile() on the same method.')
})

/**
 * Injects the profile that `@RequireProfile()` requires: every required value, and the optional ones that are
 * available. Its type is `ProfileValues<'givenName' | 'email', 'mobileNumber'>`, with required fields first, or
 * `ProfileOf<typeof options>`.
 */
export function Profile(...pipes: Pipes): ParameterDecorator {
  return profileParameter(undefined, pipes)
}
