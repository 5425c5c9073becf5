import type { ProfileDataInput } from '../../../src/protocol/console-command.js'
import type { PersonView } from '../../../src/protocol/console-state.js'
import { Switch } from '../controls/switch.js'
import { permissionName } from '../permission-name.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'
import { NumberField } from './number-field.js'
import { ValueField } from './value-field.js'

export interface PersonFormProps {
  readonly person: PersonView
  /** Absent for the customer. */
  readonly speakerId: number | undefined
  readonly declaredScopes: readonly string[]
}

const fields = [
  ['name', 'Full name', 'alexa::profile:name:read'],
  ['givenName', 'First name', 'alexa::profile:given_name:read'],
  ['email', 'Email address', 'alexa::profile:email:read'],
  ['mobileNumber', 'Mobile number', 'alexa::profile:mobile_number:read'],
] as const

/** Scopes that have a row above, and the one that needs no consent. */
const elsewhere = new Set<string>(['alexa::person_id:read', ...fields.map(([, , scope]) => scope)])

/** What Alexa has on file for the customer or a speaker, and which of it the skill may read. */
export function PersonForm({ person, speakerId, declaredScopes }: PersonFormProps) {
  const speaker = speakerId === undefined ? {} : { speakerId }
  const save = (values: ProfileDataInput) => attempt(() => send('set-data', { ...speaker, values }))
  const others = speakerId === undefined ? declaredScopes.filter((scope) => !elsewhere.has(scope)) : []

  const permission = (scope: string, text: string, bare: boolean) => (
    <Switch
      bare={bare}
      on={person.granted.includes(scope)}
      onChange={(granted) => attempt(() => send('set-permission', { ...speaker, scope, granted }))}
    >
      {text}
    </Switch>
  )

  return (
    <div class="person">
      {fields
        .filter(([field]) => speakerId === undefined || field !== 'email')
        .map(([field, label, scope]) => (
          <div key={field} class="person-row">
            {field === 'mobileNumber' ? (
              <NumberField value={person.data.mobileNumber} onSave={(value) => save({ mobileNumber: value })} />
            ) : (
              <ValueField label={label} value={person.data[field]} onSave={(value) => save({ [field]: value })} />
            )}
            <span class="may-read">
              {!declaredScopes.includes(scope) && <span class="badge bad">not in manifest</span>}
              {permission(scope, `The skill may read the ${label.toLowerCase()}`, true)}
            </span>
          </div>
        ))}
      {others.map((scope) => (
        <div key={scope}>{permission(scope, permissionName(scope), false)}</div>
      ))}
    </div>
  )
}
