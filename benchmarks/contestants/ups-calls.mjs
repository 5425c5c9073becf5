/** The methods of UpsServiceClient, by field. */
export const upsCalls = {
  name: 'getProfileName',
  givenName: 'getProfileGivenName',
  email: 'getProfileEmail',
  mobileNumber: 'getProfileMobileNumber',
}

/** The methods that require the device id. */
export const deviceCalls = {
  timeZone: 'getSystemTimeZone',
  distanceUnits: 'getSystemDistanceUnits',
}
