import { ProfileError } from '@alexa-profile/core'
import { type Pipes, turnParameter } from './turn-parameter.js'

const profileParameter = turnParameter(({ profile }) => {
  if (profile !== undefined) return profile
  throw new ProfileError('setup-invalid', '@Profile() hands over what @RequireProfile() on the same method has read.')
})

/**
 * What `@RequireProfile()` requires: every required value, and the optional ones that are there. Its type is
 * `ProfileValues<'givenName' | 'email', 'mobileNumber'>`, required before optional fields, or `ProfileOf<typeof options>`.
 */
export function Profile(...pipes: Pipes): ParameterDecorator {
  return profileParameter(undefined, pipes)
}
