import type { PermissionEvent } from '@alexa-profile/nestjs'
import { Inject, Injectable } from '@nestjs/common'
import { eq } from 'drizzle-orm'
import { Database } from '../database/database.js'
import { customers } from '../database/schema.js'

/** What the skill remembers of a customer: neither name nor address, which are read when they are needed. */
export interface Customer {
  /** The latest news of what the customer consents to. */
  readonly consent: PermissionEvent
  readonly wasWelcomed: boolean
}

/** The skill's memory of its customers, by `userId`. */
@Injectable()
export class CustomersService {
  constructor(@Inject(Database) private readonly database: Database) {}

  async find(userId: string): Promise<Customer | undefined> {
    const { consent, wasWelcomed } = customers
    const [customer] = await this.database.orm
      .select({ consent, wasWelcomed })
      .from(customers)
      .where(eq(customers.userId, userId))
    return customer && { ...customer, consent: fromJson(customer.consent) }
  }

  async keep(userId: string, customer: Customer): Promise<void> {
    await this.database.orm
      .insert(customers)
      .values({ userId, ...customer })
      .onConflictDoUpdate({ target: customers.userId, set: customer })
  }

  async forget(userId: string): Promise<void> {
    await this.database.orm.delete(customers).where(eq(customers.userId, userId))
  }
}

/** JSON has no dates. */
function fromJson(consent: object): PermissionEvent {
  const event = consent as PermissionEvent
  return { ...event, createdAt: new Date(event.createdAt), publishedAt: new Date(event.publishedAt) }
}
