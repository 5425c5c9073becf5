/** The restaurant whose tables the skill books. */
export const restaurant = {
  name: 'Table Talk Bistro',
  address: '410 Pike Street, Seattle, WA 98101',
  /** Reservations use this time zone, even if the customer is elsewhere. */
  timeZone: 'America/Los_Angeles',
  /** The restaurant opens in the evening, so "seven" is 7 p.m. */
  firstTable: '17:00',
  lastTable: '22:30',
  largestParty: 12,
} as const
