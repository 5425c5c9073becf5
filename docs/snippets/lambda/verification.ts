import type { VerificationOptions } from '@alexa-profile/nestjs'

/** Trusts the emulator in development, as in the package's README. */
export const verification: VerificationOptions = {
  skillIds: 'amzn1.ask.skill.table-talk',
  trustedRoots: process.env.EMULATOR_ROOT,
  fetchCertificate: async () => process.env.EMULATOR_CHAIN ?? '',
}
