/** The calls of UpsServiceClient by field. */
export const upsCalls = {
  name: 'getProfileName',
  givenName: 'getProfileGivenName',
  email: 'getProfileEmail',
  mobileNumber: 'getProfileMobileNumber',
}

/** The calls that take the device id. */
export const deviceCalls = {
  timeZone: 'getSystemTimeZone',
  distanceUnits: 'getSystemDistanceUnits',
}
