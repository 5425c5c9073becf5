import { EmulatorError } from './base/emulator-error.js'
import type { ManagedCustomer } from './customer/create-customer.js'
import { defaultCustomer } from './customer/default-data.js'
import type { CustomerData } from './customer/profile-record.js'
import type { EnvelopeOptions } from './emulator.js'
import type { EnvelopeOwner } from './envelopes.js'

/** The customers of one emulator. */
export interface Customers {
  readonly first: ManagedCustomer
  /** All customers, in the order in which they were added. */
  readonly all: readonly ManagedCustomer[]
  add(data?: CustomerData): ManagedCustomer
  /**
   * Finds the owner of an envelope.
   *
   * @throws {EmulatorError} `option-invalid` for a customer or speaker of another emulator.
   */
  ownerOf(options: Pick<EnvelopeOptions, 'customer' | 'speaker'>): EnvelopeOwner
}

export function createCustomers(
  create: (data: CustomerData) => ManagedCustomer,
  firstData: CustomerData = defaultCustomer,
): Customers {
  const first = create(firstData)
  const all = [first]
  return {
    first,
    all,
    add(data = defaultCustomer) {
      const added = create(data)
      all.push(added)
      return added
    },
    ownerOf({ customer, speaker }) {
      const wanted = customer ?? speaker?.customer ?? first
      const owner = all.find((candidate) => candidate === wanted)
      if (owner && (speaker?.customer ?? owner) === owner) return { customer: owner, speaker }
      throw new EmulatorError('option-invalid', 'customer must belong to this emulator, and speaker to that customer.')
    },
  }
}
