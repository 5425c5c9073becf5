/**
 * Checks the chains of x509-limbo (https://github.com/C2SP/x509-limbo), whose generator writes them as one JSON file:
 * `node benchmarks/request-verifier/limbo.mjs limbo.json`, after a build. Generate them for Alexa's host, `echo-api.amazon.com` in
 * place of `example.com`, and with RSA keys for the end certificates, because requests are signed with RSA only. Lists the
 * differences from the suite's expectations. The suite is not part of this repository, and no test depends on it.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequestVerifier } from '@alexa-profile/request-verifier'

const [, , path] = process.argv
if (!path) throw new Error('Pass the JSON file that limbo has written.')

const tally = {}
for (const { id, expected_result: expected, validation_time: time, ...chain } of JSON.parse(
  readFileSync(path, 'utf8'),
)) {
  const outcome = await judge(chain, time ? Date.parse(time) : Date.now())
  const isTrusted = outcome === 'signature-mismatch'
  const what = `${expected === 'SUCCESS' ? 'to accept' : 'to reject'}, ${isTrusted ? 'accepted' : 'rejected'}`
  tally[what] = (tally[what] ?? 0) + 1
  if (isTrusted !== (expected === 'SUCCESS')) process.stdout.write(`${what}: ${id} (${outcome})\n`)
}
console.table(tally)

/** A request that is not signed with the chain's key. If only its signature is wrong, the chain is trusted. */
async function judge({ trusted_certs: roots, peer_certificate: leaf, untrusted_intermediates: others }, nowMs) {
  const skillId = 'amzn1.ask.skill.1'
  const timestamp = new Date(nowMs).toISOString()
  const session = { application: { applicationId: skillId } }
  const rawBody = JSON.stringify({ session, request: { type: 'LaunchRequest', timestamp } })
  const headers = {
    'signature-256': randomBytes(256).toString('base64'),
    signaturecertchainurl: 'https://s3.amazonaws.com/echo.api/echo-api-cert-13.pem',
  }
  try {
    const verifier = createRequestVerifier({
      skillIds: skillId,
      trustedRoots: roots,
      clock: () => nowMs,
      fetchCertificate: () => [leaf, ...others].join('\n'),
    })
    return (await verifier.verify({ headers, rawBody })).reason
  } catch (error) {
    return error.code
  }
}
