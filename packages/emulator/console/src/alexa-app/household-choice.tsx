import type { ConsoleState } from '../../../src/console/console-state.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'

const added = 'add'

/** Whose device and app: each account has one of each. */
export function HouseholdChoice({ state: { households, household } }: { state: ConsoleState }) {
  function choose(select: HTMLSelectElement): void {
    const { value } = select
    // until the server says otherwise, the choice stays what it was
    select.value = String(household.id)
    if (value === added) attempt(() => send('add-household', { data: newCustomer(households.length + 1) }))
    else attempt(() => send('choose-household', { householdId: Number(value) }))
  }
  return (
    <label class="inline">
      <span>Device of</span>
      <select value={String(household.id)} onChange={({ currentTarget }) => choose(currentTarget)}>
        {households.map(({ id, name }) => (
          <option key={id} value={String(id)}>
            {name}
          </option>
        ))}
        <option value={added}>another account…</option>
      </select>
    </label>
  )
}

function newCustomer(number: number) {
  return { name: `Customer ${number}`, givenName: `Customer ${number}`, email: `customer${number}@example.com` }
}
