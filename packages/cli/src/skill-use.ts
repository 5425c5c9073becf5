import { isProfileField, type ProfileField, profileFields, type SpeakerField, speakerFields } from '@alexa-profile/core'
import { isObject } from './is-object.js'
import { ManifestError } from './manifest-error.js'
import { unknownName } from './unknown-name.js'

/** What the skill does and the manifest must allow. A rule that needs an option runs only if the option is given. */
export interface SkillUse {
  /** The fields of the customer that the skill reads; `[]` if it reads none. */
  readonly fields?: readonly ProfileField[] | undefined
  /** The fields of the recognized speaker that it reads. A speaker has no email. */
  readonly speakerFields?: readonly SpeakerField[] | undefined
  /** How it asks for consent. */
  readonly consent?: 'card' | 'voice' | undefined
  /** Whether it handles permission events. */
  readonly events?: boolean | undefined
  /**
   * Whether the manifest must name the skill's endpoint. Omit it if ask-cli deploys the skill, because ask-cli adds the
   * endpoint.
   */
  readonly requireEndpoint?: boolean | undefined
}

const optionNames = ['fields', 'speakerFields', 'consent', 'events', 'requireEndpoint'] as const

/** Checks the options of `checkSkillManifest`. @throws {ManifestError} `option-invalid`, `field-unknown` */
export function checkedUse(use: SkillUse): SkillUse {
  if (!isObject(use)) throw new ManifestError('option-invalid', 'The second argument must be an object with options.')
  const strange = Object.keys(use).find((name) => !(optionNames as readonly string[]).includes(name))
  if (strange !== undefined) {
    const problem = unknownName('option', strange, optionNames)
    throw new ManifestError('option-invalid', `${problem} Known options: ${optionNames.join(', ')}.`)
  }
  checkFields('fields', use.fields, (field) => isProfileField(field))
  checkFields('speakerFields', use.speakerFields, (field) => (speakerFields as readonly unknown[]).includes(field))
  if (use.consent !== undefined && use.consent !== 'card' && use.consent !== 'voice') {
    throw new ManifestError('option-invalid', "consent must be 'card' or 'voice'.")
  }
  for (const name of ['events', 'requireEndpoint'] as const) {
    if (use[name] !== undefined && typeof use[name] !== 'boolean') {
      throw new ManifestError('option-invalid', `${name} must be true or false.`)
    }
  }
  return { ...use }
}

function checkFields(option: 'fields' | 'speakerFields', fields: unknown, isField: (field: unknown) => boolean): void {
  if (fields === undefined) return
  if (!Array.isArray(fields)) throw new ManifestError('option-invalid', `${option} must be a list of field names.`)
  const index = fields.findIndex((field) => !isField(field))
  if (index === -1) return
  const strange: unknown = fields[index]
  throw new ManifestError('field-unknown', unknownField(option, typeof strange === 'string' ? strange : typeof strange))
}

/** The message for a field that does not exist, or not at this level. */
export function unknownField(option: 'fields' | 'speakerFields', name: string): string {
  if (option === 'speakerFields' && name === 'email') {
    return `A speaker has no email address in Alexa. Known fields: ${speakerFields.join(', ')}.`
  }
  const names = option === 'fields' ? profileFields : speakerFields
  return `${unknownName('field', name, names)} Known fields: ${names.join(', ')}.`
}
