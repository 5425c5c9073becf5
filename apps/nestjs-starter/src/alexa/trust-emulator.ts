import type { AlexaProfileModuleOptions, VerificationOptions } from '@alexa-profile/nestjs'

/** Has the skill take an emulator for Alexa: what it signs is verified, and it is given tokens. In development only. */
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
    throw new Error(`ALEXA_PROFILE_ENDPOINT names what is no emulator: ${response.url} answered ${response.status}.`)
  }
}
