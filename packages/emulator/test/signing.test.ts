import { X509Certificate } from 'node:crypto'
import { createRequestVerifier, type RequestVerifier } from '@alexa-profile/request-verifier'
import { expect, it } from 'vitest'
import type { Emulator } from '../src/index.js'
import { listening } from './listening.js'
import { say } from './scripted-skill.js'
import { started } from './started.js'

const skillIds = 'amzn1.ask.skill.table-talk'

const isConversation = (type: string) => ['LaunchRequest', 'IntentRequest'].includes(type)

/** Creates the verifier of a skill in the emulator's process. */
async function verifierFor(emulator: Emulator): Promise<RequestVerifier> {
  const { root, certificateChain } = await emulator.signer()
  return createRequestVerifier({ skillIds, trustedRoots: root, fetchCertificate: () => certificateChain })
}

/** A skill that responds only to requests that its verifier accepts, and stores them. */
async function listeningBehind(verifier: RequestVerifier) {
  const seen: string[] = []
  const url = await listening(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const result = await verifier.verify({ headers: request.headers, rawBody: Buffer.concat(chunks) })
    seen.push(result.status === 'verified' ? result.envelope.request.type : result.reason)
    if (result.status === 'rejected') response.writeHead(400).end(JSON.stringify({ reason: result.reason }))
    else response.end(JSON.stringify(isConversation(result.envelope.request.type) ? say('Grüß Gott') : {}))
  })
  return { seen, url }
}

it("signs a device's requests to a skill at a URL", async () => {
  const emulator = await started()
  const { url, seen } = await listeningBehind(await verifierFor(emulator))
  const device = emulator.device(url)
  expect(await device.open()).toMatchObject({ speech: 'Grüß Gott', violations: [] })
  expect((await device.intent('BookTableIntent', { name: 'Žofia 👋' })).violations).toEqual([])
  expect((await device.end()).violations).toEqual([])
  expect(seen).toEqual(['LaunchRequest', 'IntentRequest', 'SessionEndedRequest'])
})

it('signs events, including late and repeated events', async () => {
  const emulator = await started()
  const { url, seen } = await listeningBehind(await verifierFor(emulator))
  emulator.subscribe(url)
  emulator.situation('events-late')
  emulator.situation('events-twice')
  emulator.customer.grant('email')
  emulator.customer.disableSkill()
  await emulator.eventsDelivered()
  const [accepted, disabled] = ['AlexaSkillEvent.SkillPermissionAccepted', 'AlexaSkillEvent.SkillDisabled']
  expect(seen).toEqual([accepted, accepted, disabled, disabled])
})

it('reports the reason if the skill trusts another root', async () => {
  const emulator = await started()
  const verifier = createRequestVerifier({
    skillIds,
    fetchCertificate: async () => (await emulator.signer()).certificateChain,
  })
  const { url, seen } = await listeningBehind(verifier)
  expect((await emulator.device(url).open()).violations).toMatchObject([
    {
      rule: 'skill-http-status',
      message: 'The skill responded with HTTP status 400 instead of 200, for the reason "certificate-untrusted".',
    },
  ])
  expect(seen[0]).toBe('certificate-untrusted')
})

it("signs a test's own requests, and only the signed body is valid", async () => {
  const emulator = await started()
  const [verifier, signer] = await Promise.all([verifierFor(emulator), emulator.signer()])
  const body = JSON.stringify(emulator.envelope())
  const headers = signer.headersFor(body)
  expect(signer.headersFor(Buffer.from(body))).toEqual(headers)
  expect(await verifier.verify({ headers, rawBody: body })).toMatchObject({ status: 'verified' })
  expect(await verifier.verify({ headers, rawBody: `${body} ` })).toMatchObject({ reason: 'signature-mismatch' })
})

it('serves root and chain over HTTP for a skill in another process', async () => {
  const emulator = await started()
  const { root, certificateChain } = await emulator.signer()
  const pem = async (name: string) => {
    const response = await fetch(`${emulator.url}/signing/${name}.pem`)
    return [response.headers.get('content-type'), await response.text()]
  }
  expect(await pem('root')).toEqual(['application/x-pem-file', root])
  expect(await pem('certificate-chain')).toEqual(['application/x-pem-file', certificateChain])
  expect(emulator.requests).toEqual([])
})

it("has certificates like Alexa's, and one signer for all emulators of a process", async () => {
  const [one, other] = [await started(), await started()]
  const signer = await one.signer()
  expect(await other.signer()).toBe(signer)

  const split = (pem: string) => pem.match(/-----BEGIN[\s\S]*?END CERTIFICATE-----/g) ?? []
  const [leaf, authority, ...more] = split(signer.certificateChain).map((pem) => new X509Certificate(pem))
  const root = new X509Certificate(signer.root)
  expect(more).toEqual([])
  expect(leaf?.subjectAltName).toBe('DNS:echo-api.amazon.com')
  expect([leaf?.ca, authority?.ca, root.ca]).toEqual([false, true, true])
  expect(leaf?.publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 })
  expect([leaf?.verify(authority?.publicKey ?? root.publicKey), authority?.verify(root.publicKey)]).toEqual([
    true,
    true,
  ])
  expect(root.verify(root.publicKey)).toBe(true)
  expect(split(signer.certificateChain)).not.toContain(split(signer.root)[0])
  expect(signer.headersFor('{}').signaturecertchainurl).toMatch(/^https:\/\/s3\.amazonaws\.com\/echo\.api\/[\w.-]+$/)
})
