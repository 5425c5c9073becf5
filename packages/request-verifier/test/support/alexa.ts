import { createSign, type KeyObject } from 'node:crypto'
import { createRequestVerifier, type RequestVerifierOptions } from '../../src/index.js'
import {
  chainOf,
  type Issued,
  type IssueOptions,
  issueIntermediate,
  issueLeaf,
  issueRoot,
  now,
} from './certificates.js'

export const skillId = 'amzn1.ask.skill.1'
export const certificateUrl = 'https://s3.amazonaws.com/echo.api/echo-api-cert-13.pem'

/** A request in Alexa's format. */
export function envelopeOf(request: Readonly<Record<string, unknown>> = {}) {
  return {
    version: '1.0',
    session: { new: true, sessionId: 'amzn1.echo-api.session.1', application: { applicationId: skillId } },
    context: {
      System: {
        application: { applicationId: skillId },
        user: { userId: 'amzn1.ask.account.1' },
        apiEndpoint: 'https://api.amazonalexa.com',
        apiAccessToken: 'token',
      },
    },
    request: {
      type: 'LaunchRequest',
      requestId: 'amzn1.echo-api.request.1',
      timestamp: new Date(now).toISOString(),
      locale: 'de-DE',
      greeting: 'Grüß Gott 👋',
      ...request,
    },
  }
}

export function sign(body: string | Uint8Array, key: KeyObject, hash = 'RSA-SHA256'): string {
  return createSign(hash).update(body).sign(key, 'base64')
}

/** A verifier with a certificate chain, and the URLs that it fetched. */
export interface Setup {
  readonly verifier: ReturnType<typeof createRequestVerifier>
  readonly fetched: readonly string[]
  setTime(ms: number): void
  setChain(chain: string | (() => Promise<string>)): void
}

export function setUp(
  trustedRoots: string | readonly string[],
  chain: string | (() => Promise<string>),
  options: Partial<RequestVerifierOptions> = {},
): Setup {
  let timeMs = now
  let served = chain
  const fetched: string[] = []
  const verifier = createRequestVerifier({
    skillIds: skillId,
    trustedRoots,
    clock: () => timeMs,
    fetchCertificate: async (url) => {
      fetched.push(url)
      return typeof served === 'string' ? served : served()
    },
    ...options,
  })
  return {
    verifier,
    fetched,
    setTime: (ms) => {
      timeMs = ms
    },
    setChain: (other) => {
      served = other
    },
  }
}

/** A root, an intermediate and a leaf like Alexa's. */
export async function createAlexa(lifetime: Pick<IssueOptions, 'from' | 'until'> = {}) {
  const root = await issueRoot(lifetime)
  const intermediate = await issueIntermediate({ by: root, ...lifetime })
  const leaf = await issueLeaf({ by: intermediate, ...lifetime })
  return { root, intermediate, leaf, chain: chainOf(leaf, intermediate) }
}

/** Headers and body as a server receives them. */
export function signedRequest(
  signer: Pick<Issued, 'privateKey'>,
  content: unknown = envelopeOf(),
  url = certificateUrl,
) {
  const rawBody = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  return {
    rawBody,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      host: 'skill.example.com',
      'user-agent': 'Apache-HttpClient/4.5.x (Java)',
      'signature-256': sign(rawBody, signer.privateKey),
      signaturecertchainurl: url,
      connection: 'keep-alive',
    } as Record<string, string>,
  }
}
