import { escapeSsml, speakerName } from '@alexa-profile/jovo/v3'
import { dayOf, peopleOf, spokenName, timeOf } from '../format.js'
import type { Reservation, SlotName, SlotProblem } from '../reservation.js'
import { restaurant } from '../restaurant.js'

const ask: Readonly<Record<SlotName, string>> = {
  date: 'For which day shall I book?',
  time: 'At what time?',
  partySize: 'For how many people?',
}

export const en = {
  /** @param personId of the speaker if Alexa recognized one. Alexa says the name; the skill never learns it. */
  welcome: (personId: string | undefined): string =>
    [
      personId === undefined ? 'Welcome to Table Talk.' : `Welcome to Table Talk, ${speakerName({ personId })}.`,
      'I book a table for you and mail you the confirmation.',
      'Say, for example: book a table for four on Friday at half past seven. What would you like to do?',
    ].join(' '),
  help:
    `I book tables for up to ${restaurant.largestParty} people. Tell me the day, the time and how many you are: ` +
    'book a table for two tomorrow at eight. ' +
    'Once you have booked, you can say: text me the confirmation. When would you like to come?',
  whatNow: 'Say: book a table. Or say: stop.',
  goodbye: 'Goodbye.',
  notUnderstood: "Sorry, I can't help with that. I can book a table for you: just say, book a table.",
  failed: 'Sorry, something went wrong on my side. Please try again later.',

  ask,
  /** What is wrong, and the question again. */
  askAgain: ({ slot, kind }: SlotProblem): string => [reasons[slot][kind], ask[slot]].filter(Boolean).join(' '),

  booked: ({ reservation, reference, givenName, confirmation, hasPhone, customersClock }: Booked): string =>
    [
      givenName === undefined ? 'All right.' : `Thank you, ${escapeSsml(spokenName(givenName))}.`,
      `Your table for ${peopleOf(reservation.partySize, 'en')} is booked for ${dayOf(reservation.date, 'en')}, at ${timeOf(reservation.time, 'en')}.`,
      customersClock && `That is the restaurant's time. On your clock it will be ${customersClock}.`,
      yourReference(reference),
      confirmations[confirmation],
      hasPhone
        ? 'If anything changes, the restaurant will call your mobile.'
        : "The restaurant doesn't have your mobile number, so please call there if anything changes.",
    ]
      .filter(Boolean)
      .join(' '),

  nothingBooked: "I don't know of a table that you have booked. Shall I book one? Say: book a table.",
  texted: "I've texted the confirmation to your mobile.",
  /** The number stays unsaid: others may be listening. */
  notTexted: (reason: 'ambiguous' | 'invalid' | 'failed', reference: string): string =>
    `${whyNotTexted[reason]} ${yourReference(reference)}`,
}

/** What the skill says in one language. */
export type Responses = typeof en

export interface Booked {
  readonly reservation: Reservation
  readonly reference: string
  /** Absent if the customer did not agree to share it. */
  readonly givenName?: string | undefined
  readonly confirmation: 'mailed' | 'mail-failed' | 'no-consent'
  readonly hasPhone: boolean
  /** What it shows at that time, if it differs from the restaurant's. */
  readonly customersClock?: string | undefined
}

function yourReference(reference: string): string {
  return `Your reference is <say-as interpret-as="digits">${reference}</say-as>.`
}

const confirmations: Readonly<Record<Booked['confirmation'], string>> = {
  mailed: "I've mailed you the confirmation.",
  'mail-failed':
    "I couldn't mail you the confirmation just now, so please remember the reference. Your table is booked all the same.",
  'no-consent': 'The table is booked under this reference alone, without your name, so please remember it.',
}

const whereTheNumberIs = 'in the Alexa app, under Settings, Your Profile. Then ask me again.'

const whyNotTexted = {
  ambiguous: `I'm not sure how to dial the mobile number in your Amazon account. Please add its country code ${whereTheNumberIs}`,
  invalid: `I can't send texts to the mobile number in your Amazon account. Please check it ${whereTheNumberIs}`,
  failed: "Sorry, I couldn't text you just now. Your table is booked all the same.",
}

const reasons: Readonly<Record<SlotName, Partial<Record<SlotProblem['kind'], string>>>> = {
  date: {
    unclear: 'I need one particular day, such as next Friday.',
    'in-the-past': 'That day is over already.',
  },
  time: {
    unclear: 'I need a time on the clock, such as half past seven.',
    'in-the-past': 'That time has passed already.',
    closed: `You can have a table from ${timeOf(restaurant.firstTable, 'en')} to ${timeOf(restaurant.lastTable, 'en')}.`,
  },
  partySize: {
    unclear: "I didn't get the number.",
    'too-few': 'A table needs at least one guest.',
    'too-many': `I can only book for up to ${restaurant.largestParty} people; for more, please call the restaurant.`,
  },
}
