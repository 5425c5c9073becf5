import { headline } from '../fields.js'
import { ValueField } from './value-field.js'

export interface MembersFieldProps {
  readonly label: string
  readonly members: readonly string[]
  readonly value: Readonly<Record<string, string>> | undefined
  /** Called with null if all members are empty. Then nothing is on file. */
  readonly onSave: (value: Record<string, string> | null) => void
}

/** A value of several strings, some of which may be missing, such as a mobile number or an address. */
export function MembersField({ label, members, value = {}, onSave }: MembersFieldProps) {
  function save(member: string, text: string | null): void {
    const { [member]: _, ...others } = value
    const changed = text === null ? others : { ...others, [member]: text }
    onSave(Object.keys(changed).length === 0 ? null : changed)
  }

  return (
    <fieldset class="members">
      <legend>{headline(label)}</legend>
      {members.map((member) => (
        <ValueField key={member} label={headline(member)} value={value[member]} onSave={(text) => save(member, text)} />
      ))}
    </fieldset>
  )
}
