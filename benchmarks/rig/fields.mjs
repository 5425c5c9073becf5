export const fourFields = ['name', 'givenName', 'email', 'mobileNumber']

/** Three customer fields and three device fields. */
export const bothKinds = ['givenName', 'email', 'mobileNumber', 'address', 'timeZone', 'distanceUnits']
