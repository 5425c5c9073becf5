import { type FieldLevel, fields, type ProfileField, profileFields } from '@alexa-profile/core'

/** What the page needs to show and change a field. It is built into the page. */
export interface FieldView {
  readonly field: ProfileField
  /** The field's name for people: `first name` */
  readonly label: string
  readonly levels: readonly FieldLevel[]
  /** The permission for the field in each spelling, the manifest's first. Empty if the field needs no permission. */
  readonly scopes: readonly string[]
  /** The members of its value. Empty if the value is a string. */
  readonly members: readonly string[]
}

export const fieldViews: readonly FieldView[] = profileFields.map((field) => {
  const { path, scope, words } = fields[field]
  return {
    field,
    label: words.en,
    levels: Object.keys(path) as FieldLevel[],
    scopes: Object.values(scope ?? {}).filter((spelling) => spelling !== undefined),
    members: memberNames(field),
  }
})

/** Returns the members that a value of the field can have, from its sample. Empty for a string. */
export function memberNames(field: ProfileField): readonly string[] {
  const [sample] = Object.values(fields[field].sample)
  return typeof sample === 'object' ? Object.keys(sample) : []
}
