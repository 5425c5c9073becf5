import type { PermissionEvent } from '@alexa-profile/ask-sdk'

/** The data that the skill keeps about a customer. The name and the address are not stored, but read when they are needed. */
export interface Customer {
  /** The latest permission event of the customer. */
  readonly consent: PermissionEvent
  readonly wasWelcomed: boolean
}

/** The skill's data about its customers, by `userId`. Implement this with your own database. */
export interface Customers {
  find(userId: string): Promise<Customer | undefined>
  keep(userId: string, customer: Customer): Promise<void>
  forget(userId: string): Promise<void>
}

/** Keeps customers in memory until the process ends. */
export function inMemoryCustomers(): Customers {
  const customers = new Map<string, Customer>()
  return {
    find: async (userId) => customers.get(userId),
    async keep(userId, customer) {
      customers.set(userId, customer)
    },
    async forget(userId) {
      customers.delete(userId)
    },
  }
}
