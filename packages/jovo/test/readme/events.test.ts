import { expect, it } from 'vitest'
import { startApp } from '../support/start-app.js'
import { welcomed } from './customers.js'
import { EventsComponent } from './events.component.js'

it('welcomes a customer who grants a permission and deletes the data of a customer who disables the skill', async () => {
  const { emulator, skill } = await startApp([EventsComponent])
  emulator.subscribe(skill as never)

  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  expect([...welcomed.values()]).toEqual(['ann@example.com'])

  emulator.customer.disableSkill()
  await emulator.eventsDelivered()
  expect([...welcomed]).toEqual([])
})
