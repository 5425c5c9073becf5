/** The restaurant that tables are booked at. */
export const restaurant = {
  name: 'Table Talk Bistro',
  address: '410 Pike Street, Seattle, WA 98101',
  /** Tables are booked on its clock, wherever the customer is. */
  timeZone: 'America/Los_Angeles',
  /** It opens in the evening, so "seven" is 7 p.m. */
  firstTable: '17:00',
  lastTable: '22:30',
  largestParty: 12,
} as const
