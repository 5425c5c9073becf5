import type { ProfileDataInput } from '../../../src/protocol/console-command.js'
import type { PersonView } from '../../../src/protocol/console-state.js'
import { Switch } from '../controls/switch.js'
import { fieldViews, headline } from '../fields.js'
import { permissionName } from '../permission-name.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'
import { MembersField } from './members-field.js'
import { ValueField } from './value-field.js'

export interface PersonFormProps {
  readonly person: PersonView
  /** The speaker; absent for the customer. */
  readonly speakerId: number | undefined
  readonly declaredScopes: readonly string[]
}

/** Scopes that have a separate row, and the scope that needs no consent. */
const elsewhere = new Set<string>(['alexa::person_id:read', ...fieldViews.flatMap(({ scopes }) => scopes)])

/** A form with the data of the customer or a speaker, and the skill's permission to read it. */
export function PersonForm({ person, speakerId, declaredScopes }: PersonFormProps) {
  const speaker = speakerId === undefined ? {} : { speakerId }
  const values: Readonly<Record<string, unknown>> = person.data
  const save = (changes: ProfileDataInput) => attempt(() => send('set-data', { ...speaker, values: changes }))
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
      {fieldViews
        .filter(({ levels }) => speakerId === undefined || levels.includes('speaker'))
        .map(({ field, label, scopes: [scope], members }) => (
          <div key={field} class="person-row">
            {members.length > 0 ? (
              <MembersField
                label={label}
                members={members}
                value={values[field] as Readonly<Record<string, string>> | undefined}
                onSave={(value) => save({ [field]: value })}
              />
            ) : (
              <ValueField
                label={headline(label)}
                value={values[field] as string | undefined}
                onSave={(value) => save({ [field]: value })}
              />
            )}
            {scope !== undefined && (
              <span class="may-read">
                {!declaredScopes.includes(scope) && <span class="badge bad">not in manifest</span>}
                {permission(scope, `The skill may read the ${label}`, true)}
              </span>
            )}
          </div>
        ))}
      {others.map((scope) => (
        <div key={scope}>{permission(scope, permissionName(scope), false)}</div>
      ))}
    </div>
  )
}
