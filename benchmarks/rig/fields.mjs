export const fourFields = ['name', 'givenName', 'email', 'mobileNumber']
