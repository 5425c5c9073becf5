/** Only a page of this origin can send this header. Every command must have it. */
export const commandHeader = 'x-alexa-profile-console'
