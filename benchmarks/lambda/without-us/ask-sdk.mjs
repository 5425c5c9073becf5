/** In the place of `@alexa-profile/ask-sdk`: as much as lets the starter load and say welcome. */
import { requireProfile } from './core.mjs'

export { escapeSsml, newest, speakerName } from './core.mjs'
export const createAlexaProfile = () => ({ requireProfile, consentHandlers: () => [] })
