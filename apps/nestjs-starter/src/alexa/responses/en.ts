import { escapeSsml, speakerName } from '@alexa-profile/nestjs'
import { dayOf, peopleOf, spokenName, timeOf } from '../../bookings/format.js'
import type { Reservation, SlotName, SlotProblem } from '../../bookings/reservation.js'
import { restaurant } from '../../bookings/restaurant.js'

const ask: Readonly<Record<SlotName, string>> = {
  date: 'What day would you like to come?',
  time: 'At what time?',
  partySize: 'For how many people?',
}

export const en = {
  /** @param personId of the speaker if Alexa recognized one. Alexa says the name, and the skill does not get it. */
  welcome: (personId: string | undefined): string =>
    [
      personId === undefined ? 'Welcome to Table Talk.' : `Welcome to Table Talk, ${speakerName({ personId })}.`,
      'I can book a table and email you the confirmation.',
      'For example, say: book a table for four on Friday at half past seven. What would you like to do?',
    ].join(' '),
  help:
    `I can book a table for up to ${restaurant.largestParty} people. Tell me the day, the time and the number of people. ` +
    'For example, say: book a table for two tomorrow at eight. ' +
    'After booking, you can say: text me the confirmation. When would you like to come?',
  whatNow: 'You can say: book a table. Or say: stop.',
  goodbye: 'Goodbye.',
  notUnderstood: "Sorry, I can't help with that. To book a table, just say: book a table.",
  failed: 'Sorry, something went wrong. Please try again later.',

  ask,
  /** Says why a value is invalid, and repeats the question. */
  askAgain: ({ slot, kind }: SlotProblem): string => [reasons[slot][kind], ask[slot]].filter(Boolean).join(' '),

  booked: ({ reservation, reference, givenName, confirmation, hasPhone, customersClock }: Booked): string =>
    [
      givenName === undefined ? 'All right.' : `Thank you, ${escapeSsml(spokenName(givenName))}.`,
      `Your table for ${peopleOf(reservation.partySize, 'en')} is booked for ${dayOf(reservation.date, 'en')}, at ${timeOf(reservation.time, 'en')}.`,
      customersClock && `That's the restaurant's local time. In your time zone, it's ${customersClock}.`,
      yourReference(reference),
      confirmations[confirmation],
      hasPhone
        ? 'If anything changes, the restaurant will call your mobile number.'
        : "The restaurant doesn't have your mobile number, so please call them if anything changes.",
    ]
      .filter(Boolean)
      .join(' '),

  nothingBooked: "I couldn't find a booking for you. To book a table, say: book a table.",
  texted: "I've texted you the confirmation.",
  /** Does not say the number, because other people may be listening. */
  notTexted: (reason: 'ambiguous' | 'invalid' | 'failed', reference: string): string =>
    `${whyNotTexted[reason]} ${yourReference(reference)}`,
}

/** The skill's responses in one language. */
export type Responses = typeof en

export interface Booked {
  readonly reservation: Reservation
  readonly reference: string
  /** The first name; absent if the customer did not agree to share it. */
  readonly givenName?: string | undefined
  readonly confirmation: 'mailed' | 'mail-failed' | 'no-consent'
  readonly hasPhone: boolean
  /** The time on the customer's clock, if it differs from the restaurant's. */
  readonly customersClock?: string | undefined
}

function yourReference(reference: string): string {
  return `Your reference is <say-as interpret-as="digits">${reference}</say-as>.`
}

const confirmations: Readonly<Record<Booked['confirmation'], string>> = {
  mailed: "I've emailed you the confirmation.",
  'mail-failed':
    "Your table is booked, but I couldn't email you the confirmation right now. Please remember the reference.",
  'no-consent': 'The table is booked only under this reference, without your name, so please remember it.',
}

const whereTheNumberIs = 'in the Alexa app, under Settings, Your Profile. Then ask me again.'

const whyNotTexted = {
  ambiguous: `I'm not sure how to dial the mobile number in your Amazon account. Please add its country code ${whereTheNumberIs}`,
  invalid: `I can't send texts to the mobile number in your Amazon account. Please check it ${whereTheNumberIs}`,
  failed: "Sorry, I couldn't text you right now. Your table is still booked.",
}

const reasons: Readonly<Record<SlotName, Partial<Record<SlotProblem['kind'], string>>>> = {
  date: {
    unclear: 'I need a specific day, such as next Friday.',
    'in-the-past': 'That day has already passed.',
  },
  time: {
    unclear: 'I need an exact time, such as half past seven.',
    'in-the-past': 'That time has already passed.',
    closed: `Tables are available from ${timeOf(restaurant.firstTable, 'en')} to ${timeOf(restaurant.lastTable, 'en')}.`,
  },
  partySize: {
    unclear: "I didn't catch the number of people.",
    'too-few': 'I can only book a table for one person or more.',
    'too-many': `I can book for up to ${restaurant.largestParty} people. For a larger party, please call the restaurant.`,
  },
}
