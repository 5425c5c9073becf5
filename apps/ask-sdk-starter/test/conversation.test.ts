import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dayOf } from '../src/format.js'
import { startTableTalk } from './table-talk.js'

/** Next Wednesday, noon in Los Angeles, so that all days and times in the conversations are in the future. */
const wednesday = new Date()
wednesday.setUTCDate(wednesday.getUTCDate() + 7 - ((wednesday.getUTCDay() + 4) % 7))
wednesday.setUTCHours(20, 0, 0, 0)

beforeEach(() => void vi.setSystemTime(wednesday))
afterEach(() => void vi.useRealTimers())

const today = wednesday.toISOString().slice(0, 10)
const tomorrow = new Date(wednesday.getTime() + 86_400_000).toISOString().slice(0, 10)

it.for([
  [
    'en-US',
    'Book a table for two tomorrow at seven',
    'Thank you, Ann. Your table for 2 people is booked for',
    '7:00 PM',
  ],
  [
    'de-DE',
    'Reserviere einen Tisch für zwei morgen um sieben',
    'Danke, Ann. Dein Tisch für 2 Personen ist reserviert für',
    '19:00 Uhr',
  ],
] as const)('in %s, "%s" books after the customer says yes', async ([locale, words, thanks, seven]) => {
  const { device, mailbox } = await startTableTalk({ locale })
  const asked = await device.say(words)
  expect(asked.understood).toMatchObject({ stage: 'exact', slots: { partySize: '2', date: tomorrow, time: '07:00' } })
  expect(asked.consentRequest?.permissions).toHaveLength(2)

  const booked = await device.say(locale === 'de-DE' ? 'ja' : 'yes')
  expect(booked.violations).toEqual([])
  const day = dayOf(tomorrow, locale === 'de-DE' ? 'de' : 'en')
  expect(booked.speech).toContain(`${thanks} ${day}, ${locale === 'de-DE' ? 'um' : 'at'} ${seven}.`)
  expect(booked.sessionOpen).toBe(false)
  expect((await mailbox.next()).text).toContain(seven)
})

it.for([
  ['en-US', 'for four people on friday at half past seven', '4', '07:30'],
  ['en-US', 'book a table for four on Friday at half past seven', '4', '07:30'],
  ['en-US', "I'd like a table for six on saturday at 8 pm please", '6', '20:00'],
  ['en-US', 'can we get a table tomorrow at quarter past nine for three people', '3', '09:15'],
  ['en-US', 'ask table talk to book a table for two tomorrow at seven', '2', '07:00'],
  ['de-DE', 'ich hätte gern einen Tisch für vier Personen am Freitag um halb acht', '4', '07:30'],
  ['de-DE', 'für vier Personen am Freitag um halb acht', '4', '07:30'],
  ['de-DE', 'ich möchte einen Tisch für sechs Personen morgen um 20 Uhr reservieren', '6', '20:00'],
  ['de-DE', 'sag Table Talk reserviere einen Tisch für drei am Samstag um viertel nach neun', '3', '09:15'],
] as const)('in %s, "%s" fills all slots', async ([locale, words, partySize, time]) => {
  const { emulator, device } = await startTableTalk({ locale })
  emulator.customer.grantAll()
  const turn = await device.say(words)
  expect(turn.understood?.slots).toMatchObject({ partySize, time })
  expect(turn.violations).toEqual([])
  expect(turn.speech).toMatch(/is booked for|ist reserviert für/)
})

it.for([
  [
    'en-US',
    ['book a table', 'What day would you like to come?'],
    ['on friday', 'At what time?'],
    ['at half past seven', 'For how many people?'],
    ['we are four', 'To email you the confirmation, Table Talk needs your first name and email address.'],
    ['yes', 'Your table for 4 people is booked for Friday'],
  ],
  [
    'de-DE',
    ['reserviere einen Tisch', 'Für welchen Tag soll ich reservieren?'],
    ['am Freitag', 'Um wie viel Uhr?'],
    ['um halb acht', 'Für wie viele Personen?'],
    ['wir sind vier', 'Um dir die Bestätigung zu schicken, braucht Table Talk deinen Vornamen'],
    ['ja', 'Dein Tisch für 4 Personen ist reserviert für Freitag'],
  ],
] as const)('in %s, asks for the day, the time, the number of people and consent', async ([locale, ...exchanges]) => {
  const { device } = await startTableTalk({ locale })
  for (const [words, response] of exchanges) {
    const turn = await device.say(words)
    expect(turn.violations).toEqual([])
    expect(turn.speech).toContain(response)
  }
})

it.for([
  ['en-US', 'book a table for two', 'tomorrow', 'at seven', 'is booked for'],
  ['de-DE', 'einen Tisch für zwei bitte', 'morgen', 'um sieben', 'ist reserviert für'],
] as const)('in %s, asks only for the missing slots after "%s"', async ([locale, first, day, time, booked]) => {
  const { emulator, device } = await startTableTalk({ locale })
  emulator.customer.grantAll()
  for (const words of [first, day]) expect((await device.say(words)).sessionOpen).toBe(true)
  expect((await device.say(time)).speech).toContain(booked)
})

it.for([
  ['en-US', 'book a table for two tomorrow at noon', 'Tables are available from 5:00 PM to 10:30 PM. At what time?'],
  ['de-DE', 'reserviere einen Tisch für zwei morgen um 12 Uhr', 'von 17:00 Uhr bis 22:30 Uhr. Um wie viel Uhr?'],
] as const)('in %s, asks for another time after "%s"', async ([locale, words, response]) => {
  const { emulator, device } = await startTableTalk({ locale })
  emulator.customer.grantAll()
  expect((await device.say(words)).speech).toContain(response)
  expect((await device.say(locale === 'de-DE' ? 'um acht' : 'at eight')).speech).toMatch(/ 8:00 PM\.| 20:00 Uhr\./)
})

it.for([
  [
    'en-US',
    'can I get a table for two tonight',
    'an exact time, such as half past seven',
    'at ten pm',
    'is booked for',
  ],
  ['de-DE', 'kann ich heute Abend einen Tisch für zwei bekommen', 'eine Uhrzeit', 'um 22 Uhr', 'ist reserviert für'],
] as const)('in %s, asks only for the time after "%s"', async ([locale, words, question, time, booked]) => {
  const { emulator, device } = await startTableTalk({ locale })
  emulator.customer.grantAll()
  const asked = await device.say(words)
  expect(asked.violations).toEqual([])
  expect(asked.speech).toContain(question)
  const updatedIntent = { slots: { date: { value: today }, partySize: { value: '2' } } }
  expect(asked.directives).toMatchObject([{ type: 'Dialog.ElicitSlot', slotToElicit: 'time', updatedIntent }])
  expect((await device.say(time)).speech).toContain(booked)
})

it.for([
  ['en-US', 'open table talk', 'Welcome to Table Talk.', 'help', 'I can book a table', 'stop', 'Goodbye.'],
  ['de-DE', 'öffne Table Talk', 'Willkommen bei Table Talk.', 'Hilfe', 'Ich reserviere Tische', 'stopp', 'Auf Wieder'],
] as const)('in %s, welcomes the customer, helps and says goodbye', async ([locale, ...words]) => {
  const { device } = await startTableTalk({ locale })
  for (let at = 0; at < words.length; at += 2) {
    const turn = await device.say(words[at] ?? '')
    expect(turn.violations).toEqual([])
    expect(turn.speech).toContain(words[at + 1])
  }
})

it('speaks German when it asks for consent, after a no, and in the text message', async () => {
  const { emulator, device, texts } = await startTableTalk({ locale: 'de-DE' })
  const asked = await device.say('reserviere einen Tisch für zwei morgen um sieben')
  expect(asked.speech).toBe(
    'Um dir die Bestätigung zu schicken, braucht Table Talk deinen Vornamen und deine E-Mail-Adresse.',
  )
  expect((await device.say('nein')).speech).toContain('In Ordnung. Dein Tisch für 2 Personen ist reserviert')

  const card = await device.say('schick mir eine SMS')
  expect(card.speech).toContain('Um dir die Bestätigung als SMS zu schicken, braucht Table Talk deine Erlaubnis')
  emulator.customer.cards.at(-1)?.grant()
  expect((await device.say('schick mir die Bestätigung aufs Handy')).speech).toBe(
    'Ich habe dir die Bestätigung aufs Handy geschickt.',
  )
  expect(texts[0]?.text).toContain(`${dayOf(tomorrow, 'de')}, 19:00 Uhr, 2 Personen. Nummer: `)
})
