const names: Readonly<Record<string, string>> = {
  'alexa::profile:name:read': 'full name',
  'alexa::profile:given_name:read': 'first name',
  'alexa::profile:email:read': 'email address',
  'alexa::profile:mobile_number:read': 'mobile number',
  'alexa::person_id:read': 'who is speaking',
}

export function permissionName(scope: string): string {
  return names[scope] ?? scope
}

/** As in a sentence: `first name and email address`. */
export function permissionNames(scopes: readonly string[]): string {
  return new Intl.ListFormat('en').format(scopes.map(permissionName))
}
