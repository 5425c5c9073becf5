import type { PermissionEvent } from '@alexa-profile/nestjs'
import { Inject, Injectable } from '@nestjs/common'
import { eq } from 'drizzle-orm'
import { Database } from '../database/database.js'
import { customers } from '../database/schema.js'

/** The data that the skill keeps about a customer. The name and the address are not stored, but read when they are needed. */
export interface Customer {
  /** The latest permission event of the customer. */
  readonly consent: PermissionEvent
  readonly wasWelcomed: boolean
}

/** The skill's data about its customers, by `userId`. */
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

/** JSON has no dates, so they are restored here. */
function fromJson(consent: object): PermissionEvent {
  const event = consent as PermissionEvent
  return { ...event, createdAt: new Date(event.createdAt), publishedAt: new Date(event.publishedAt) }
}
