import type { VerificationOptions } from '@alexa-profile/nestjs'

/** Makes the guard accept the signatures of the emulator. */
export async function trustEmulator(url: string): Promise<Partial<VerificationOptions>> {
  if (process.env.NODE_ENV === 'production') throw new Error('Unset ALEXA_PROFILE_ENDPOINT in production.')

  async function pem(name: 'root' | 'certificate-chain'): Promise<string> {
    const response = await fetch(new URL(`/signing/${name}.pem`, url))
    if (response.ok) return response.text()
    throw new Error(`${response.url} answered ${response.status}.`)
  }

  return { trustedRoots: await pem('root'), fetchCertificate: () => pem('certificate-chain') }
}
