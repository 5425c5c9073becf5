import { startEmulator } from '@alexa-profile/emulator'

/** What the tests' requests are signed with, as everything is that an emulator of this process sends. */
const signing = startEmulator().then(async (emulator) => {
  const signer = await emulator.signer()
  await emulator.close()
  return signer
})

export const skillId = 'amzn1.ask.skill.table-talk'

/** The verification option of an app that the tests talk to. */
export async function verification() {
  const { root, certificateChain } = await signing
  return { skillIds: skillId, trustedRoots: root, fetchCertificate: () => certificateChain }
}

/** The headers that Alexa sends with a body. */
export async function signatureOf(body: string) {
  return (await signing).headersFor(body)
}

/** Posts as Alexa does. */
export async function signedPost(url: string, content: unknown, headers: Record<string, string> = {}) {
  const body = typeof content === 'string' ? content : JSON.stringify(content)
  const signature = await signatureOf(body)
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...signature, ...headers },
    body,
  })
}
