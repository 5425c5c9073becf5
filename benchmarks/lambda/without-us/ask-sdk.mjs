/** Replaces `@alexa-profile/ask-sdk` with just enough for the starter to load and say welcome. */
import { requireProfile } from './core.mjs'

export { escapeSsml, newest, speakerName } from './core.mjs'
export const createAlexaProfile = () => ({ requireProfile, consentHandlers: () => [] })
