import { createRequestVerifier } from '@alexa-profile/request-verifier'
import type { RequestEnvelope } from 'ask-sdk-model'

const emulator = process.env.ALEXA_PROFILE_ENDPOINT // in development only
if (emulator && process.env.NODE_ENV === 'production') throw new Error('Production trusts Alexa alone.')

async function pem(name: 'root' | 'certificate-chain'): Promise<string> {
  const response = await fetch(new URL(`/signing/${name}.pem`, emulator))
  if (response.ok) return response.text()
  throw new Error(`${response.url} answered ${response.status}.`)
}

export const verifier = createRequestVerifier<RequestEnvelope>({
  skillIds: process.env.SKILL_ID ?? '',
  ...(emulator && { trustedRoots: await pem('root'), fetchCertificate: () => pem('certificate-chain') }),
})
