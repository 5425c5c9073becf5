import type { RequestEnvelope } from 'ask-sdk-model'
import { expect, it } from 'vitest'
import { dayOf } from '../src/format.js'
import { dayFromNow, startTableTalk, tableForFour } from './table-talk.js'

const account = (permissionScope: string) => ({ permissionScope, consentLevel: 'ACCOUNT' })

it('asks by voice for missing permissions, and books the same table after the customer says yes', async () => {
  const { emulator, mailbox, device } = await startTableTalk()
  await device.open()
  emulator.customer.grant('mobileNumber')

  const asked = await device.intent('BookTableIntent', tableForFour)
  expect(asked.violations).toEqual([])
  expect(asked.speech).toBe('To email you the confirmation, Table Talk needs your first name and email address.')
  expect(asked.consentRequest?.permissions).toEqual([
    account('alexa::profile:given_name:read'),
    account('alexa::profile:email:read'),
  ])
  expect(asked.card).toBeUndefined()
  expect(mailbox.mails).toEqual([])

  const booked = await device.answerConsent('accept')
  expect(booked.violations).toEqual([])
  expect(booked.request?.session?.sessionId).toBe(asked.request?.session?.sessionId)
  expect(booked.speech).toContain(
    `Thank you, Ann. Your table for 4 people is booked for ${dayOf(tableForFour.date, 'en')}, at 7:30 PM.`,
  )
  expect(booked.speech).toContain('will call your mobile')
  expect(mailbox.mails.map(({ deliveredTo }) => deliveredTo)).toEqual([['ann@example.com']])

  expect((await device.intent('BookTableIntent', tableForFour)).consentRequest).toBeUndefined()
})

it('asks only for the one permission that is missing', async () => {
  const { emulator, device } = await startTableTalk()
  emulator.customer.grant('givenName')
  const turn = await device.intent('BookTableIntent', tableForFour)
  expect(turn.consentRequest?.permissions).toEqual([account('alexa::profile:email:read')])
})

it.for(['deny', 'silence'] as const)('books only under the reference after %s', async (answer) => {
  const { emulator, mailbox, device, logged } = await startTableTalk()
  await device.intent('BookTableIntent', tableForFour)
  const turn = await device.answerConsent(answer)
  expect(turn.violations).toEqual([])
  expect(turn.speech).toMatch(
    /^All right\. Your table for 4 people is booked for .* at 7:30 PM\. Your reference is \d{6}\./,
  )
  expect(turn.speech).toContain('please remember it')
  expect([turn.card, turn.consentRequest, turn.sessionOpen]).toEqual([undefined, undefined, false])
  const withConsent = emulator.requests.filter(({ field }) => field !== 'timeZone')
  expect(withConsent.every(({ status }) => status === 403)).toBe(true)
  expect([mailbox.mails, logged]).toEqual([[], []])
})

it('books nothing yet if Alexa sends the customer to the app', async () => {
  const { emulator, device } = await startTableTalk()
  await device.intent('BookTableIntent', tableForFour)
  const turn = await device.answerConsent('redirect')
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain('Please open your Alexa app')
  expect((await device.intent('TextConfirmationIntent')).speech).toContain("I couldn't find a booking")
  emulator.customer.grantAll()
  expect((await device.intent('BookTableIntent', tableForFour)).speech).toContain('Thank you, Ann.')
})

it('shows a card if Alexa cannot ask by voice', async () => {
  const { emulator, device } = await startTableTalk()
  await device.intent('BookTableIntent', tableForFour)
  const turn = await device.answerConsent('failure')
  expect(turn.violations).toEqual([])
  expect(turn.card).toEqual({
    type: 'AskForPermissionsConsent',
    permissions: ['alexa::profile:given_name:read', 'alexa::profile:email:read'],
  })
  emulator.customer.cards.at(-1)?.grant()
  expect((await device.intent('BookTableIntent', tableForFour)).speech).toContain('Thank you, Ann.')
})

it('shows a card instead of asking again if the consent is withdrawn before it is used', async () => {
  const { emulator, skill } = await startTableTalk()
  const device = emulator.device((event: RequestEnvelope) => {
    if (event.request.type === 'SessionResumedRequest') emulator.customer.revokeAll()
    return skill.invoke(event)
  })
  await device.intent('BookTableIntent', tableForFour)
  const turn = await device.answerConsent('accept')
  expect(turn.violations).toEqual([])
  expect(turn.consentRequest).toBeUndefined()
  expect(turn.card?.permissions).toHaveLength(2)
})

it('keeps two customers apart if Alexa asks them at the same time', async () => {
  const { emulator, skill, mailbox } = await startTableTalk()
  const devices = ['ben@example.org', 'cleo@example.org'].map((email) => {
    const customer = emulator.addCustomer({ givenName: email.slice(0, 3), email })
    return emulator.device(skill.invoke.bind(skill), { customer })
  })
  await Promise.all(devices.map((device) => device.intent('BookTableIntent', tableForFour)))
  const [yes, no] = await Promise.all(
    devices.map((device, index) => device.answerConsent(index === 0 ? 'accept' : 'deny')),
  )
  expect(yes?.speech).toContain('Thank you, ben.')
  expect(no?.speech).toContain('All right.')
  expect(mailbox.mails.map(({ deliveredTo }) => deliveredTo)).toEqual([['ben@example.org']])
})

it('asks for another day if the day passes before the customer answers', async () => {
  const { emulator, skill, device } = await startTableTalk()
  const asked = await device.intent('BookTableIntent', tableForFour)
  const cause = {
    type: 'ConnectionCompleted' as const,
    token: String(asked.directives[0]?.token),
    status: { code: '200', message: 'OK' },
    result: { status: 'DENIED' },
  }
  const request = { type: 'SessionResumedRequest' as const, cause, timestamp: `${dayFromNow(40)}T12:00:00Z` }
  const { response } = await skill.invoke(emulator.envelope({ request }))
  expect(JSON.stringify(response.outputSpeech)).toContain('That day has already passed.')
  const updatedIntent = { name: 'BookTableIntent', slots: { time: { value: '19:30' } } }
  expect(response.directives).toMatchObject([{ slotToElicit: 'date', updatedIntent }])
})
