import type { CountryAndPostalCode } from '@alexa-profile/ask-sdk'
import { restaurant } from './restaurant.js'

/**
 * A line for the mail: the way from where the customer's device stands, as far as they share it.
 *
 * @see https://developers.google.com/maps/documentation/urls/get-started (read 2026-11-29)
 */
export function directionsFrom({ postalCode, countryCode }: CountryAndPostalCode): string {
  const origin = [postalCode, countryCode].filter(Boolean).join(', ')
  const query = new URLSearchParams({ api: '1', origin, destination: restaurant.address })
  return `How to get here: https://www.google.com/maps/dir/?${query}`
}
