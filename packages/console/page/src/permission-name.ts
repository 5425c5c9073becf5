import { fieldViews } from './fields.js'

const names: ReadonlyMap<string, string> = new Map([
  ...fieldViews.flatMap(({ scopes, label }) => scopes.map((scope) => [scope, label] as const)),
  ['alexa::person_id:read', 'who is speaking'],
  ['alexa::alerts:reminders:skill:readwrite', 'reminders'],
  ['alexa::alerts:timers:skill:readwrite', 'timers'],
  ['alexa::devices:all:geolocation:read', "the device's location"],
])

export function permissionName(scope: string): string {
  return names.get(scope) ?? scope
}

/** Returns names as in a sentence: `first name and email address`. */
export function permissionNames(scopes: readonly string[]): string {
  return new Intl.ListFormat('en').format(scopes.map(permissionName))
}
