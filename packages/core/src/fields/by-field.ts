import { fields } from './fields.js'

// To be replaced by `fields` everywhere.
export const scopeOf = {
  name: fields.name.scope.manifest,
  givenName: fields.givenName.scope.manifest,
  email: fields.email.scope.manifest,
  mobileNumber: fields.mobileNumber.scope.manifest,
}

export const fieldPaths = {
  customer: {
    name: fields.name.path.customer,
    givenName: fields.givenName.path.customer,
    email: fields.email.path.customer,
    mobileNumber: fields.mobileNumber.path.customer,
  },
  speaker: {
    name: fields.name.path.speaker,
    givenName: fields.givenName.path.speaker,
    mobileNumber: fields.mobileNumber.path.speaker,
  },
}
