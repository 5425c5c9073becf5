/** The calls of UpsServiceClient by field. */
export const upsCalls = {
  name: 'getProfileName',
  givenName: 'getProfileGivenName',
  email: 'getProfileEmail',
  mobileNumber: 'getProfileMobileNumber',
}

/** Those that take the id of the device. */
export const deviceCalls = {
  timeZone: 'getSystemTimeZone',
  distanceUnits: 'getSystemDistanceUnits',
}
