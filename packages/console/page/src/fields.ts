import type { FieldView } from '../../src/protocol/field-view.js'

/** Replaced when the page is built. */
declare const FIELD_VIEWS: readonly FieldView[]

/** All fields that a skill can read. */
export const fieldViews = FIELD_VIEWS

/** Returns `Country code` for `countryCode`, and `First name` for `first name`. */
export function headline(name: string): string {
  const words = name.replace(/[A-Z0-9]/g, (character) => ` ${character.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
