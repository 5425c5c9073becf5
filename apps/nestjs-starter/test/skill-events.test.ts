import { expect, it } from 'vitest'
import { startTableTalk, tableForFour } from './table-talk.js'

async function startWithEvents() {
  const tableTalk = await startTableTalk()
  const { emulator, skill, mailbox } = tableTalk
  emulator.subscribe(skill)
  const welcomes = () => mailbox.mails.filter(({ subject }) => subject === 'Welcome to Table Talk Bistro')
  return { ...tableTalk, welcomes }
}

it("emails a welcome when the customer shares the address, which it reads with the event's token", async () => {
  const { emulator, welcomes } = await startWithEvents()
  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  expect(emulator.events).toMatchObject([{ acknowledged: true, attempts: 1, violations: [] }])
  expect(welcomes().map(({ deliveredTo }) => deliveredTo)).toEqual([['ann@example.com']])
})

it('emails one welcome, even if events arrive twice or the customer shares the address again', async () => {
  const { emulator, welcomes } = await startWithEvents()
  emulator.situation('events-twice')
  emulator.customer.grant('email')
  emulator.customer.grant('givenName')
  emulator.customer.revoke('email')
  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  expect(emulator.events).toHaveLength(8)
  expect(welcomes()).toHaveLength(1)
})

it('ignores an old yes that arrives after a newer no', async () => {
  const { emulator, welcomes, customers } = await startWithEvents()
  emulator.situation('events-reordered')
  emulator.customer.grant('email')
  emulator.customer.revoke('email')
  await emulator.eventsDelivered()
  expect(emulator.events.map(({ envelope }) => envelope.request.type)).toEqual([
    'AlexaSkillEvent.SkillPermissionChanged',
    'AlexaSkillEvent.SkillPermissionAccepted',
  ])
  expect(emulator.requests).toEqual([])
  expect(welcomes()).toEqual([])
  expect(await customers.find(emulator.customer.userId)).toMatchObject({
    consent: { accepted: [] },
    wasWelcomed: false,
  })
})

it('welcomes a customer who says yes while booking', async () => {
  const { emulator, device, mailbox, welcomes } = await startWithEvents()
  await device.intent('BookTableIntent', tableForFour)
  await device.answerConsent('accept')
  await emulator.eventsDelivered()
  expect(mailbox.mails).toHaveLength(2)
  expect(welcomes()).toHaveLength(1)
})

it('emails nothing for another permission, or without an address', async () => {
  const { emulator, mailbox } = await startWithEvents()
  emulator.customer.grant('givenName')
  emulator.customer.clear('email')
  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  expect(emulator.events.every(({ acknowledged }) => acknowledged)).toBe(true)
  expect(mailbox.mails).toEqual([])
})

it('fails the event if the address cannot be read, so that Alexa delivers it again', async () => {
  const { emulator, welcomes, logged } = await startWithEvents()
  emulator.situation('unavailable', { requests: 3 })
  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  expect(emulator.events).toMatchObject([{ acknowledged: true, attempts: 2 }])
  expect(welcomes()).toHaveLength(1)
  expect(logged).toMatchObject([{ event: 'request-failed' }])
})

it('fails the event while the mail server is down, so that Alexa delivers it again, and logs no address', async () => {
  const { emulator, skill, logged } = await startTableTalk({ mail: { smtpUrl: 'smtp://127.0.0.1:1' } })
  emulator.subscribe(skill)
  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  expect(emulator.events).toMatchObject([{ acknowledged: false, attempts: 3 }])
  expect(logged).toHaveLength(3)
  const told = JSON.stringify([logged, emulator.events.map(({ violations }) => violations)])
  expect(told).toContain('HTTP status 500')
  expect(told).not.toContain('ann@example.com')
})

it('forgets a customer who disables the skill, and keeps the table booked', async () => {
  const { emulator, device, bookings, customers } = await startWithEvents()
  emulator.customer.grantAll()
  await device.intent('BookTableIntent', tableForFour)
  await emulator.eventsDelivered()
  const { userId } = emulator.customer
  expect(await customers.find(userId)).toMatchObject({ wasWelcomed: true })
  expect(await bookings.latestOf(userId)).toBeDefined()

  emulator.customer.disableSkill()
  await emulator.eventsDelivered()
  expect(emulator.events.at(-1)).toMatchObject({ acknowledged: true, violations: [] })
  expect(await customers.find(userId)).toBeUndefined()
  expect(await bookings.latestOf(userId)).toBeUndefined()
})

it('keeps the data if the event says so', async () => {
  const { emulator, send, device, bookings } = await startWithEvents()
  emulator.customer.grantAll()
  await device.intent('BookTableIntent', tableForFour)
  const event = emulator.eventEnvelope('AlexaSkillEvent.SkillDisabled')
  const body = { userInformationPersistenceStatus: 'PERSISTED' }
  await send({ ...event, request: { ...event.request, body } } as typeof event)
  expect(await bookings.latestOf(emulator.customer.userId)).toBeDefined()
})
