import { isProfileField, type ProfileField, profileFields, type SpeakerField, speakerFields } from '@alexa-profile/core'
import { isObject } from './is-object.js'
import { ManifestError } from './manifest-error.js'
import { nearestName } from './nearest-name.js'
import { quote } from './quote.js'

/** What the skill does, as far as the manifest must allow it. Rules whose option is not given do not run. */
export interface SkillUse {
  /** The customer's fields that the skill reads; `[]` for none. */
  readonly fields?: readonly ProfileField[] | undefined
  /** The fields that it reads of the recognized speaker. There is no email at this level. */
  readonly speakerFields?: readonly SpeakerField[] | undefined
  /** How it asks for consent. */
  readonly consent?: 'card' | 'voice' | undefined
  /** Whether it handles permission events. */
  readonly events?: boolean | undefined
  /**
   * Whether the manifest must name the skill's endpoint. Leave it out when ask-cli deploys the skill: it fills the
   * endpoint in.
   */
  readonly requireEndpoint?: boolean | undefined
}

const optionNames = ['fields', 'speakerFields', 'consent', 'events', 'requireEndpoint'] as const

/** @throws {ManifestError} `option-invalid`, `field-unknown` */
export function checkedUse(use: SkillUse): SkillUse {
  if (!isObject(use)) throw new ManifestError('option-invalid', 'The second argument is an object with options.')
  const strange = Object.keys(use).find((name) => !(optionNames as readonly string[]).includes(name))
  if (strange !== undefined) {
    throw new ManifestError(
      'option-invalid',
      `There is no option ${quote(strange)}; there are ${optionNames.join(', ')}.`,
    )
  }
  checkFields('fields', use.fields, (field) => isProfileField(field))
  checkFields('speakerFields', use.speakerFields, (field) => (speakerFields as readonly unknown[]).includes(field))
  if (use.consent !== undefined && use.consent !== 'card' && use.consent !== 'voice') {
    throw new ManifestError('option-invalid', "consent is 'card' or 'voice'.")
  }
  for (const name of ['events', 'requireEndpoint'] as const) {
    if (use[name] !== undefined && typeof use[name] !== 'boolean') {
      throw new ManifestError('option-invalid', `${name} is true or false.`)
    }
  }
  return { ...use }
}

function checkFields(option: 'fields' | 'speakerFields', fields: unknown, isField: (field: unknown) => boolean): void {
  if (fields === undefined) return
  if (!Array.isArray(fields)) throw new ManifestError('option-invalid', `${option} is a list of field names.`)
  const index = fields.findIndex((field) => !isField(field))
  if (index === -1) return
  const strange: unknown = fields[index]
  throw new ManifestError('field-unknown', unknownField(option, typeof strange === 'string' ? strange : typeof strange))
}

/** What to tell someone who named a field that is not there, or not at this level. */
export function unknownField(option: 'fields' | 'speakerFields', name: string): string {
  if (option === 'speakerFields' && name === 'email') {
    return `Alexa has no email address of a speaker, only ${speakerFields.join(', ')}.`
  }
  const names = option === 'fields' ? profileFields : speakerFields
  const nearest = nearestName(name, names)
  const hint = nearest === undefined ? '' : ` Did you mean ${nearest}?`
  return `${quote(name)} is none of ${names.join(', ')}.${hint}`
}
