export const fourFields = ['name', 'givenName', 'email', 'mobileNumber']

/** Three of the account, and three of the device. */
export const bothKinds = ['givenName', 'email', 'mobileNumber', 'address', 'timeZone', 'distanceUnits']
