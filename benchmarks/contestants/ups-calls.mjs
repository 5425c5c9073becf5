/** The calls of UpsServiceClient by field. */
export const upsCalls = {
  name: 'getProfileName',
  givenName: 'getProfileGivenName',
  email: 'getProfileEmail',
  mobileNumber: 'getProfileMobileNumber',
}
