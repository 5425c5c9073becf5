import type { RequestEnvelope } from '@alexa-profile/emulator'
import { expect, it, onTestFinished, vi } from 'vitest'
import { dayOf } from '../src/format.js'
import { startTableTalk, tableForFour } from './table-talk.js'

it('thanks the customer by name, says the reference and emails the confirmation', async () => {
  const { emulator, mailbox, device } = await startTableTalk()
  emulator.customer.grantAll()
  const booked = await device.intent('BookTableIntent', tableForFour)
  expect(booked.violations).toEqual([])
  expect(booked.speech).toMatch(/^Thank you, Ann\. Your table for 4 people is booked for .*, at 7:30 PM\./)
  expect(booked.speech).toContain("I've emailed you the confirmation.")
  expect(booked.speech).toContain('will call your mobile')
  expect(booked.sessionOpen).toBe(false)

  const reference = /reference is (\d{6})\./.exec(booked.speech ?? '')?.[1]
  const [mail, ...others] = mailbox.mails
  expect(others).toEqual([])
  expect(mail?.deliveredTo).toEqual(['ann@example.com'])
  expect(mail?.subject).toBe(`Your table on ${dayOf(tableForFour.date, 'en')}`)
  expect(mail?.text).toContain('Hello Ann,')
  expect(mail?.text).toContain('7:30 PM')
  expect(mail?.text).toContain('4 people')
  expect(mail?.text).toContain(`Reference: ${reference}`)
})

it('never says the address or the number, but says if there is no number', async () => {
  const { emulator, device } = await startTableTalk()
  emulator.customer.grant('givenName')
  emulator.customer.grant('email')
  const without = await device.intent('BookTableIntent', tableForFour)
  expect(without.speech).toContain("doesn't have your mobile number")
  emulator.customer.grantAll()
  const turns = [without, await device.intent('BookTableIntent', tableForFour)]
  const spoken = JSON.stringify(turns.map(({ response }) => response))
  expect(spoken).not.toContain('ann@example.com')
  expect(spoken).not.toContain('2065550100')
})

it('says where to add the email address if the account has none', async () => {
  const { emulator, mailbox, device } = await startTableTalk()
  emulator.customer.grantAll()
  emulator.customer.clear('email')
  const turn = await device.intent('BookTableIntent', tableForFour)
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain("Please add what's missing in the Alexa app, in your profile")
  expect(turn.card).toBeUndefined()
  expect(mailbox.mails).toEqual([])
})

it('asks the customer to try again later if Alexa throttles the skill', async () => {
  const { emulator, device } = await startTableTalk()
  emulator.customer.grantAll()
  emulator.situation('throttled')
  const turn = await device.intent('BookTableIntent', tableForFour)
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain('Please try again in a few minutes')
  expect(turn.card).toBeUndefined()
})

it('responds well within 8 s if the API does not respond', async () => {
  const { emulator, device, mailbox } = await startTableTalk()
  emulator.customer.grantAll()
  emulator.situation('silent', { fields: ['email'] })
  const turn = await device.intent('BookTableIntent', tableForFour)
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain('email address')
  expect(turn.durationMs).toBeLessThan(7500)
  expect(mailbox.mails).toEqual([])
})

it('apologizes and warns the developer if the manifest lacks a permission', async () => {
  const warning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  onTestFinished(() => warning.mockRestore())
  const { emulator, device } = await startTableTalk()
  emulator.declare(['alexa::profile:given_name:read', 'alexa::profile:mobile_number:read'])
  emulator.customer.grantAll()
  const turn = await device.intent('BookTableIntent', tableForFour)
  expect(turn.violations).toEqual([])
  expect(turn.card).toBeUndefined()
  expect(turn.speech).toContain('Its developer needs to fix it')
  expect(String(warning.mock.calls[0]?.[0])).toContain('alexa::profile:email:read')
})

it('thanks a customer whose name contains markup', async () => {
  const { emulator, mailbox, device } = await startTableTalk()
  emulator.customer.grantAll()
  emulator.customer.set({ givenName: '<Ann & "Bob">' })
  const turn = await device.intent('BookTableIntent', tableForFour)
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain('Thank you, <Ann & "Bob">.')
  expect(mailbox.mails[0]?.text).toContain('Hello <Ann & "Bob">,')
})

it('books, emails and thanks a customer whose name has 10,000 characters', async () => {
  const { emulator, mailbox, device } = await startTableTalk()
  const givenName = '𝒜&'.repeat(5000)
  emulator.customer.set({ givenName })
  emulator.customer.grantAll()
  const booked = await device.intent('BookTableIntent', tableForFour)
  expect(booked.violations).toEqual([])
  expect(booked.speech).toContain(`Thank you, ${'𝒜&'.repeat(50)}. Your table for 4 people is booked`)
  expect((await mailbox.next()).text?.replace(/\r?\n/g, '')).toContain(`Hello ${givenName},`)
})

it('writes to one recipient, even if the address looks like a list', async () => {
  const { emulator, mailbox, device } = await startTableTalk()
  emulator.customer.grantAll()
  emulator.customer.set({ email: 'ann@example.com, mallory@example.org' })
  const turn = await device.intent('BookTableIntent', tableForFour)
  expect(turn.violations).toEqual([])
  for (const { deliveredTo } of mailbox.mails) expect(deliveredTo).not.toContain('mallory@example.org')
  expect(mailbox.mails.length).toBeLessThan(2)
})

it('never mixes up two customers who book at the same time', async () => {
  const { emulator, mailbox, skill } = await startTableTalk()
  const names = ['Ben', 'Cleo', 'Dora', 'Emil']
  const customers = names.map((givenName) => {
    const email = `${givenName.toLowerCase()}@example.org`
    return emulator.addCustomer({ name: givenName, givenName, email })
  })
  for (const customer of customers) customer.grantAll()
  emulator.situation('slow', { delayMs: 120, requests: 3 })
  const turns = await Promise.all(
    customers.map((customer) =>
      emulator.device(skill.invoke.bind(skill), { customer }).intent('BookTableIntent', tableForFour),
    ),
  )
  expect(turns.map(({ speech }) => /Thank you, (\w+)/.exec(speech ?? '')?.[1])).toEqual(names)
  for (const mail of mailbox.mails) {
    const [to = ''] = mail.deliveredTo
    expect(mail.text?.toLowerCase()).toContain(`hello ${to.split('@')[0]},`)
  }
  expect(mailbox.mails).toHaveLength(names.length)
})

it("apologizes and sends no token if a request names an endpoint that is not Alexa's", async () => {
  const { emulator, skill, logged } = await startTableTalk()
  const other = await startTableTalk()
  const device = emulator.device(({ context, ...event }: RequestEnvelope) => {
    const System = { ...context.System, apiEndpoint: other.emulator.url }
    return skill.invoke({ ...event, context: { ...context, System } })
  })
  const turn = await device.intent('BookTableIntent', tableForFour)
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain('something went wrong')
  const message = expect.stringContaining('allowedEndpoints')
  expect(logged).toEqual([{ event: 'request-failed', name: 'ProfileError', code: 'endpoint-not-allowed', message }])
  expect(other.emulator.requests).toEqual([])
})
