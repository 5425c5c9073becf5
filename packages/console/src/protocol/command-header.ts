/** The header that each command needs. Only a page of this origin can send it. Every command must have it. */
export const commandHeader = 'x-alexa-profile-console'
