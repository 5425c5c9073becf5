import type { AlexaProfileModuleOptions, VerificationOptions } from '@alexa-profile/nestjs'

/** Lets the skill trust an emulator as Alexa: its signatures are accepted, and it gets tokens. For development only. */
export async function trustEmulator(
  url: string,
  verification: VerificationOptions,
): Promise<Pick<AlexaProfileModuleOptions, 'allowedEndpoints' | 'verification'>> {
  return {
    allowedEndpoints: [url],
    verification: {
      ...verification,
      trustedRoots: await pem('root'),
      fetchCertificate: () => pem('certificate-chain'),
    },
  }

  async function pem(name: 'root' | 'certificate-chain'): Promise<string> {
    const response = await fetch(`${url}/signing/${name}.pem`)
    if (response.ok) return response.text()
    throw new Error(`ALEXA_PROFILE_ENDPOINT is not an emulator: ${response.url} returned ${response.status}.`)
  }
}
