import { randomUUID } from 'node:crypto'
import { EmulatorError } from '../base/emulator-error.js'
import { isObject } from '../base/is-object.js'
import { requestSigner } from './request-signer.js'
import type { Violation } from './violation.js'

/** A Lambda-style handler: `(event, context) => envelope`, also async. The parameter types are open, so that any handler's fit. */
export type SkillFunction = (event: never, context: never) => unknown

/** A function, or the http(s) URL that the skill listens on. */
export type Skill = SkillFunction | string | URL

/**
 * @throws {EmulatorError} `option-invalid`
 * @internal
 */
export function checkedSkill(skill: Skill): Skill {
  if (typeof skill === 'function') {
    if (skill.length < 3) return skill
    const message =
      'This skill takes a callback, as what ask-sdk makes with .lambda(). Hand in (event, context) => skill.invoke(event, context).'
    throw new EmulatorError('option-invalid', message)
  }
  if (/^https?:/i.test(String(skill)) && URL.canParse(String(skill))) return skill
  throw new EmulatorError('option-invalid', 'A skill is a function (event, context) => response, or an http(s) URL.')
}

/** What the skill gave, as JSON has it; or how it failed. */
export type SkillAnswer =
  | { readonly answer: unknown; readonly violation?: never }
  | { readonly violation: Violation; readonly answer?: never }

/** Beyond this, no answer can be valid; and one that never ends must not fill the memory. */
const maximumAnswerBytes = 1024 * 1024

const maximumDepth = 500

/**
 * Calls the skill the way the wire does: what goes in and out is JSON, and shares nothing with the caller's objects. What
 * goes to a URL is signed. Never rejects. With `stop`, the answer is no longer waited for.
 *
 * @internal
 */
export async function callSkill(
  skill: Skill,
  envelope: object,
  timeoutMs: number,
  stop?: AbortSignal,
): Promise<SkillAnswer & { readonly durationMs: number }> {
  // before the clock starts: the first signer of a process needs an RSA key
  if (typeof skill !== 'function') await requestSigner()
  const startedAt = performance.now()
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<SkillAnswer>((resolve) => {
    const giveUp = () => {
      resolve(failure('skill-timeout', `The skill has not answered within ${timeoutMs} ms.`))
      controller.abort()
    }
    timer = setTimeout(giveUp, timeoutMs)
    stop?.addEventListener('abort', giveUp, { signal: controller.signal })
  })
  const call =
    typeof skill === 'function' ? callFunction(skill, envelope, timeoutMs) : post(skill, envelope, controller.signal)
  try {
    const answer = await Promise.race([timeout, call])
    return { ...answer, durationMs: performance.now() - startedAt }
  } finally {
    clearTimeout(timer)
    controller.abort()
  }
}

async function callFunction(skill: SkillFunction, envelope: object, timeoutMs: number): Promise<SkillAnswer> {
  let answer: unknown
  try {
    answer = await Reflect.apply(skill, undefined, [JSON.parse(JSON.stringify(envelope)), lambdaContext(timeoutMs)])
  } catch (error) {
    return failure('skill-error', `The skill threw ${describe(error).replace(/\.$/, '')}.`)
  }
  try {
    const text: string | undefined = JSON.stringify(answer)
    return text === undefined ? { answer: undefined } : parsed(text)
  } catch (error) {
    return failure('skill-not-json', `What the skill returned cannot be written as JSON: ${describe(error)}.`)
  }
}

async function post(url: string | URL, envelope: object, signal: AbortSignal): Promise<SkillAnswer> {
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
    return failure('skill-unreachable', `The skill's URL gave no answer: ${describe(cause)}.`)
  }
  if (status !== 200) {
    const why = refusalReason(text)
    const message = `The skill answered with HTTP status ${status} in place of 200${why && `, for the reason "${why}"`}.`
    return failure('skill-http-status', message)
  }
  if (text === undefined)
    return failure('response-size', `The skill's answer is longer than ${maximumAnswerBytes} bytes.`)
  if (text === '') return { answer: undefined }
  try {
    return parsed(text)
  } catch {
    return failure('skill-not-json', "The skill's answer is not JSON.")
  }
}

/** The `reason` with which a verifier refuses a request: a code, and nothing else of the answer. */
function refusalReason(text: string | undefined): string {
  const [, reason = ''] = /"reason":"([a-z]+(?:-[a-z]+)*)"/.exec(text ?? '') ?? []
  return reason
}

/** What is nested without end would exhaust the stack of whoever walks through it, here and in the tests. */
function parsed(text: string): SkillAnswer {
  const answer: unknown = JSON.parse(text)
  if (!isDeeper(answer, maximumDepth)) return { answer }
  return failure('skill-not-json', `The skill's answer is nested more than ${maximumDepth} levels deep.`)
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1))
}

async function readText(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > maximumAnswerBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html (read 2026-11-22) */
function lambdaContext(timeoutMs: number): object {
  const endsAtMs = performance.now() + timeoutMs
  const awsRequestId = randomUUID()
  return {
    awsRequestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: 'alexa-skill',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:alexa-skill',
    logGroupName: '/aws/lambda/alexa-skill',
    logStreamName: `emulator/[$LATEST]${awsRequestId.replaceAll('-', '')}`,
    memoryLimitInMB: '256',
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(endsAtMs - performance.now())),
  }
}

function failure(rule: string, message: string): SkillAnswer {
  return { violation: { rule, message } }
}

function describe(error: unknown): string {
  try {
    if (!isObject(error)) return String(error)
    const parts = [error.name, error.code, error.message].filter((part) => typeof part === 'string')
    return parts.join(' ') || 'an object that is no error'
  } catch {
    return 'something that cannot be looked at' // a proxy, say
  }
}
