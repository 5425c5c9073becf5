import { createRequestVerifier } from '@alexa-profile/request-verifier'

const root = process.env.ALEXA_DEVELOPMENT_ROOT // in development only
const chain = process.env.ALEXA_DEVELOPMENT_CHAIN ?? ''

export const verifier = createRequestVerifier({
  skillIds: process.env.SKILL_ID ?? '',
  ...(root && { trustedRoots: root, fetchCertificate: () => chain }),
})
