import type { DialogState } from 'ask-sdk-model'
import { expect, it } from 'vitest'
import { dayFromNow, startTableTalk, tableForFour } from './table-talk.js'

it.for([
  ['PRESENT_REF', 'a specific day'],
  ['2026-W48', 'a specific day'],
  [dayFromNow(-3), 'already passed'],
])('asks again for the day if Alexa understood %s', async ([date = '', words]) => {
  const { emulator, device } = await startTableTalk()
  const turn = await device.intent('BookTableIntent', { ...tableForFour, date })
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain(words)
  expect(turn.reprompt).toBe('What day would you like to come?')
  expect(turn.directives).toMatchObject([{ type: 'Dialog.ElicitSlot', slotToElicit: 'date' }])
  expect(turn.sessionOpen).toBe(true)
  expect(emulator.requests).toEqual([])
})

it('asks for a smaller party, and then books', async () => {
  const { emulator, device } = await startTableTalk()
  emulator.customer.grantAll()
  const turn = await device.intent('BookTableIntent', { ...tableForFour, partySize: '40' })
  expect(turn.speech).toContain('up to 12 people')
  expect((await device.intent('BookTableIntent', tableForFour)).speech).toContain('is booked')
})

const unconfirmed = { confirmationStatus: 'NONE' } as const

/** A request as Alexa sends it during a dialog. */
function bookTable(dialogState: DialogState, slots: Record<string, string>) {
  const entries = Object.entries(slots).map(([name, value]) => [name, { name, value, ...unconfirmed }])
  const intent = { name: 'BookTableIntent', slots: Object.fromEntries(entries), ...unconfirmed }
  return { type: 'IntentRequest' as const, dialogState, intent }
}

it.for([
  ['STARTED', {}],
  ['IN_PROGRESS', { date: tableForFour.date }],
  ['IN_PROGRESS', tableForFour],
] as const)('lets Alexa ask while the dialog is %s', async ([state, slots]) => {
  const { emulator, skill } = await startTableTalk()
  const { response } = await skill.invoke(emulator.envelope({ request: bookTable(state, slots) }))
  expect(response).toEqual({ directives: [{ type: 'Dialog.Delegate' }], shouldEndSession: false })
  expect(emulator.requests).toEqual([])
})

it('interrupts the dialog for an invalid value', async () => {
  const { emulator, skill } = await startTableTalk()
  const request = bookTable('IN_PROGRESS', { time: 'EV' })
  const { response } = await skill.invoke(emulator.envelope({ request }))
  expect(response.directives).toMatchObject([{ type: 'Dialog.ElicitSlot', slotToElicit: 'time' }])
})

it('books when the dialog is complete', async () => {
  const { emulator, skill, mailbox } = await startTableTalk()
  emulator.customer.grantAll()
  await skill.invoke(emulator.envelope({ request: bookTable('COMPLETED', tableForFour) }))
  expect(mailbox.mails).toHaveLength(1)
})

it.for([
  ['AMAZON.HelpIntent', 'up to 12 people', true],
  ['AMAZON.FallbackIntent', 'book a table', true],
  ['AMAZON.StopIntent', 'Goodbye', false],
  ['AMAZON.CancelIntent', 'Goodbye', false],
] as const)('responds to %s', async ([intent, words, staysOpen]) => {
  const { device } = await startTableTalk()
  await device.open()
  const turn = await device.intent(intent)
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain(words)
  expect(turn.sessionOpen).toBe(staysOpen)
})

it('is silent at the end of a session', async () => {
  const { device, logged } = await startTableTalk()
  await device.open()
  const turn = await device.end()
  expect(turn.violations).toEqual([])
  expect(turn.speech).toBeUndefined()
  expect(logged).toEqual([])
})
