import { createRequestVerifier } from '@alexa-profile/request-verifier'

const emulator = process.env.ALEXA_PROFILE_ENDPOINT // in development only
if (emulator && process.env.NODE_ENV === 'production') throw new Error('Unset ALEXA_PROFILE_ENDPOINT in production.')

async function pem(name: 'root' | 'certificate-chain'): Promise<string> {
  const response = await fetch(new URL(`/signing/${name}.pem`, emulator))
  if (response.ok) return response.text()
  throw new Error(`${response.url} answered ${response.status}.`)
}

export const verifier = createRequestVerifier({
  skillIds: process.env.SKILL_ID ?? '',
  ...(emulator && { trustedRoots: await pem('root'), fetchCertificate: () => pem('certificate-chain') }),
})
