import { type FieldLevel, fields, type ProfileField, profileFields } from '@alexa-profile/core'

/** What the page knows of a field, to show and change it. Put into the page when it is built. */
export interface FieldView {
  readonly field: ProfileField
  /** `first name` */
  readonly label: string
  readonly levels: readonly FieldLevel[]
  /** The permission that opens it in each spelling, the manifest's first; none when it needs no permission. */
  readonly scopes: readonly string[]
  /** The members of its value; none when the value is a string. */
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

/** The members that a value of the field can have: those of its sample. None for a string. */
export function memberNames(field: ProfileField): readonly string[] {
  const [sample] = Object.values(fields[field].sample)
  return typeof sample === 'object' ? Object.keys(sample) : []
}
