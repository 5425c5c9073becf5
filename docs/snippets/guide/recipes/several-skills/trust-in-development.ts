import type { RequestVerifierOptions } from '@alexa-profile/request-verifier'

/** What makes a verifier trust the emulator, in development only. */
export async function trustInDevelopment(): Promise<Partial<RequestVerifierOptions>> {
  const emulator = process.env.ALEXA_PROFILE_ENDPOINT
  if (!emulator) return {}
  if (process.env.NODE_ENV === 'production') throw new Error('Production trusts Alexa alone.')
  const pem = async (name: string) => (await fetch(new URL(`/signing/${name}.pem`, emulator))).text()
  return { trustedRoots: await pem('root'), fetchCertificate: () => pem('certificate-chain') }
}
