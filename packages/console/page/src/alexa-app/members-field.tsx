import { headline } from '../fields.js'
import { ValueField } from './value-field.js'

export interface MembersFieldProps {
  readonly members: readonly string[]
  readonly value: Readonly<Record<string, string>> | undefined
  /** Null when nothing is left: nothing is on file then. */
  readonly onSave: (value: Record<string, string> | null) => void
}

/** A value of several strings, of which some may be missing: a mobile number, an address. */
export function MembersField({ members, value = {}, onSave }: MembersFieldProps) {
  function save(member: string, text: string | null): void {
    const { [member]: _, ...others } = value
    const changed = text === null ? others : { ...others, [member]: text }
    onSave(Object.keys(changed).length === 0 ? null : changed)
  }

  return (
    <div class="members">
      {members.map((member) => (
        <ValueField key={member} label={headline(member)} value={value[member]} onSave={(text) => save(member, text)} />
      ))}
    </div>
  )
}
