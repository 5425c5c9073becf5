import { callFunction } from './call-function.js'
import type { LambdaRuntime } from './lambda-runtime.js'
import { postRequest } from './post-request.js'
import { requestSigner } from './request-signer.js'
import type { Skill } from './skill.js'
import { failure, type SkillResult } from './skill-result.js'

export interface SkillCallOptions {
  readonly timeoutMs: number
  readonly runtime: LambdaRuntime | undefined
  readonly stop?: AbortSignal | undefined
}

/**
 * Sends the skill an envelope and waits up to `timeoutMs` for its response. Never rejects, because failures of the
 * skill are in the result. Stops waiting when `stop` is aborted.
 */
export async function callSkill(
  skill: Skill,
  envelope: object,
  { timeoutMs, runtime, stop }: SkillCallOptions,
): Promise<SkillResult & { readonly durationMs: number }> {
  // Before the clock starts, because the first signer of a process needs an RSA key.
  if (typeof skill !== 'function') await requestSigner()
  const startedAt = performance.now()
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<SkillResult>((resolve) => {
    const giveUp = () => {
      resolve(failure('skill-timeout', `The skill did not respond within ${timeoutMs} ms.`))
      controller.abort()
    }
    timer = setTimeout(giveUp, timeoutMs)
    stop?.addEventListener('abort', giveUp, { signal: controller.signal })
  })
  const call =
    typeof skill === 'function'
      ? callFunction(skill, envelope, { timeoutMs, runtime })
      : postRequest(skill, envelope, controller.signal)
  try {
    const result = await Promise.race([timeout, call])
    return { ...result, durationMs: performance.now() - startedAt }
  } finally {
    clearTimeout(timer)
    controller.abort()
  }
}
