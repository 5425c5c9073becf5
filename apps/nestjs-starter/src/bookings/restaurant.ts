/** The restaurant that tables are booked at. */
export const restaurant = {
  name: 'Table Talk Bistro',
  /** Its clock decides whether a day or time has passed, wherever the customer is. */
  timeZone: 'America/Los_Angeles',
  largestParty: 12,
} as const
