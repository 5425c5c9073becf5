import { escapeSsml } from '@alexa-profile/ask-sdk'
import { dayOf, peopleOf, timeOf } from './format.js'
import type { Reservation, SlotName, SlotProblem } from './reservation.js'
import { restaurant } from './restaurant.js'

/** Everything the skill says in en-US, as SSML. What it says about consent comes from @alexa-profile/ask-sdk. */
export const answers = {
  welcome:
    'Welcome to Table Talk. I book a table for you and mail you the confirmation. ' +
    'Say, for example: book a table for four on Friday at seven thirty p.m. What would you like to do?',
  help:
    'I book tables for up to twelve people. Tell me the day, the time and how many you are: ' +
    'book a table for two tomorrow at eight p.m. When would you like to come?',
  whatNow: 'Say: book a table. Or say: stop.',
  goodbye: 'Goodbye.',
  notUnderstood: "Sorry, I can't help with that. I can book a table for you: just say, book a table.",
  failed: 'Sorry, something went wrong on my side. Please try again later.',

  ask: {
    date: 'For which day shall I book?',
    time: 'At what time?',
    partySize: 'For how many people?',
  } satisfies Record<SlotName, string>,

  /** What was wrong, and the question again. */
  askAgain: ({ slot, kind }: SlotProblem): string => [reasons[slot][kind], answers.ask[slot]].filter(Boolean).join(' '),

  booked: ({ reservation, reference, givenName, wasMailed, hasPhone }: Booked): string =>
    [
      `Thank you, ${escapeSsml(givenName)}.`,
      `Your table for ${peopleOf(reservation.partySize)} is booked for ${dayOf(reservation.date)}, at ${timeOf(reservation.time)}.`,
      `Your reference is <say-as interpret-as="digits">${reference}</say-as>.`,
      wasMailed
        ? "I've mailed you the confirmation."
        : "I couldn't mail you the confirmation just now, so please remember the reference. Your table is booked all the same.",
      hasPhone
        ? 'If anything changes, the restaurant will call your mobile.'
        : "I don't have your mobile number, so please call the restaurant if anything changes.",
    ].join(' '),
} as const

export interface Booked {
  readonly reservation: Reservation
  readonly reference: string
  readonly givenName: string
  readonly wasMailed: boolean
  readonly hasPhone: boolean
}

const reasons: Readonly<Record<SlotName, Partial<Record<SlotProblem['kind'], string>>>> = {
  date: {
    unclear: 'I need one particular day, such as next Friday.',
    'in-the-past': 'That day is over already.',
  },
  time: {
    unclear: 'I need a time on the clock, such as seven thirty p.m.',
    'in-the-past': 'That time has passed already.',
  },
  partySize: {
    unclear: "I didn't get the number.",
    'too-few': 'A table needs at least one guest.',
    'too-many': `I can only book for up to ${restaurant.largestParty} people; for more, please call the restaurant.`,
  },
}
