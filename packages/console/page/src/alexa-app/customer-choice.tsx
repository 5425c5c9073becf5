import type { ConsoleState } from '../../../src/protocol/console-state.js'
import { attempt } from '../problem.js'
import { send } from '../server.js'

const added = 'add'

/** A choice of the customer whose device and Alexa app the page shows. */
export function CustomerChoice({ state: { customers, customer } }: { state: ConsoleState }) {
  function choose(select: HTMLSelectElement): void {
    const { value } = select
    // The choice does not change until the server confirms it.
    select.value = String(customer.id)
    if (value === added) attempt(() => send('add-customer', { data: newCustomer(customers.length + 1) }))
    else attempt(() => send('choose-customer', { customerId: Number(value) }))
  }
  return (
    <label class="inline">
      <span>Device of</span>
      <select value={String(customer.id)} onChange={({ currentTarget }) => choose(currentTarget)}>
        {customers.map(({ id, name }) => (
          <option key={id} value={String(id)}>
            {name}
          </option>
        ))}
        <option value={added}>another customer…</option>
      </select>
    </label>
  )
}

function newCustomer(number: number) {
  return { name: `Customer ${number}`, givenName: `Customer ${number}`, email: `customer${number}@example.com` }
}
