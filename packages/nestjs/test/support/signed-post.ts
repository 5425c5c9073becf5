import { startEmulator } from '@alexa-profile/emulator'

/** The key that signs the tests' requests. Emulators in this process sign their requests with it too. */
const signing = startEmulator().then(async (emulator) => {
  const signer = await emulator.signer()
  await emulator.close()
  return signer
})

export const skillId = 'amzn1.ask.skill.table-talk'

/** The verification option for an app in these tests. */
export async function verification() {
  const { root, certificateChain } = await signing
  return { skillIds: skillId, trustedRoots: root, fetchCertificate: () => certificateChain }
}

/** The headers that Alexa sends with a body. */
export async function signatureOf(body: string) {
  return (await signing).headersFor(body)
}

/** Posts a body as Alexa does. */
export async function signedPost(url: string, content: unknown, headers: Record<string, string> = {}) {
  const body = typeof content === 'string' ? content : JSON.stringify(content)
  const signature = await signatureOf(body)
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...signature, ...headers },
    body,
  })
}
