import { describeError } from './describe-error.js'
import { requestSigner } from './request-signer.js'
import { failure, fromJson, type SkillResult } from './skill-result.js'

/** A longer response cannot be valid, and a body that never ends must not fill the memory. */
const maximumBodyBytes = 1024 * 1024

/** Posts an envelope to a skill that listens, signed as Alexa signs it. */
export async function postRequest(url: string | URL, envelope: object, signal: AbortSignal): Promise<SkillResult> {
  const body = JSON.stringify(envelope)
  let status: number
  let text: string | undefined
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json;charset=UTF-8',
        accept: 'application/json',
        ...(await requestSigner()).headersFor(body),
      },
      body,
      redirect: 'manual',
      signal,
    })
    status = response.status
    text = await readText(response)
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
    return failure('skill-unreachable', `The skill's URL sent no response: ${describeError(cause)}.`)
  }
  if (status !== 200) {
    const why = rejectionReason(text)
    const message = `The skill responded with HTTP status ${status} instead of 200${why && `, for the reason "${why}"`}.`
    return failure('skill-http-status', message)
  }
  if (text === undefined) {
    return failure('response-size', `The skill's response is longer than ${maximumBodyBytes} bytes.`)
  }
  if (text === '') return { returned: undefined }
  try {
    return fromJson(text)
  } catch {
    return failure('skill-not-json', "The skill's response is not JSON.")
  }
}

/** Returns the `reason` for which a verifier rejects a request, which is a code, and nothing else from the body. */
function rejectionReason(text: string | undefined): string {
  const [, reason = ''] = /"reason":"([a-z]+(?:-[a-z]+)*)"/.exec(text ?? '') ?? []
  return reason
}

async function readText(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > maximumBodyBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
