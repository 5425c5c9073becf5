import type { CountryAndPostalCode } from '@alexa-profile/ask-sdk'
import type { Language } from './language.js'
import { restaurant } from './restaurant.js'

/**
 * A line for the mail: directions from the postal code of the customer's device.
 *
 * @see https://developers.google.com/maps/documentation/urls/get-started (read 2026-11-29)
 */
export function directionsFrom({ postalCode, countryCode }: CountryAndPostalCode, language: Language): string {
  const origin = [postalCode, countryCode].filter(Boolean).join(', ')
  const query = new URLSearchParams({ api: '1', origin, destination: restaurant.address })
  const howToGetHere = language === 'de' ? 'So findest du zu uns' : 'How to get here'
  return `${howToGetHere}: https://www.google.com/maps/dir/?${query}`
}

/** Offered after the first booking, with a card for the postal code. */
export const offerDirections: Readonly<Record<Language, string>> = {
  en:
    'Next time, I can also email you directions to the restaurant. To get them, share your postal code: ' +
    "I've sent a card to your Alexa app.",
  de:
    'Mit der nächsten kann ich dir den Weg zum Restaurant schicken. Wenn du das möchtest, teile deine Postleitzahl: ' +
    'Ich habe dir eine Karte in deine Alexa-App geschickt.',
}
