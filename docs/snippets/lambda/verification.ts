import type { VerificationOptions } from '@alexa-profile/nestjs'

/** What the README of the package has for development: the emulator is trusted. */
export const verification: VerificationOptions = {
  skillIds: 'amzn1.ask.skill.table-talk',
  trustedRoots: process.env.EMULATOR_ROOT,
  fetchCertificate: async () => process.env.EMULATOR_CHAIN ?? '',
}
