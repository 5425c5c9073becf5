import type { PermissionEvent } from '@alexa-profile/jovo'

/** What the skill remembers of a customer: neither name nor address, which are read when they are needed. */
export interface Customer {
  /** The latest news of what the customer consents to. */
  readonly consent: PermissionEvent
  readonly wasWelcomed: boolean
}

/** The skill's memory of its customers, by `userId`. Put your own database behind this. */
export interface Customers {
  find(userId: string): Promise<Customer | undefined>
  keep(userId: string, customer: Customer): Promise<void>
  forget(userId: string): Promise<void>
}

/** Remembers as long as this process lives. */
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
