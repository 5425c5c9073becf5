import { startEmulator } from '@alexa-profile/emulator'
import { createRequestVerifier } from '@alexa-profile/request-verifier'

export const emulator = await startEmulator()
const { root, certificateChain } = await emulator.signer()

export const verifier = createRequestVerifier({
  skillIds: 'amzn1.ask.skill.table-talk',
  trustedRoots: root,
  fetchCertificate: () => certificateChain,
})
