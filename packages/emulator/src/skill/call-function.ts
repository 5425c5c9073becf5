import { describeError, locationOf } from './describe-error.js'
import { createLambdaContext } from './lambda-context.js'
import type { LambdaRuntime } from './lambda-runtime.js'
import type { SkillFunction } from './skill.js'
import { failure, fromJson, type SkillResult } from './skill-result.js'

/** How a handler ended its call: by its returned value or promise, its callback, or a function of the context. */
type Outcome = { readonly returned: unknown } | { readonly error: unknown }

/**
 * Calls a handler as Lambda does. The event and the response are JSON, and share nothing with the caller's objects. The
 * callback, the functions of the context and the returned promise count equally, and the first one decides.
 *
 * Lambda also waits for an empty event loop, which a process shared with the emulator never has. So the callback's
 * response is sent at once, and a handler that never ends its call runs into the timeout.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html (read 2026-11-29)
 */
export async function callFunction(
  skill: SkillFunction,
  envelope: object,
  { timeoutMs, runtime }: { readonly timeoutMs: number; readonly runtime: LambdaRuntime | undefined },
): Promise<SkillResult> {
  const event: unknown = JSON.parse(JSON.stringify(envelope))
  const outcome = await (runtime === 'nodejs24.x'
    ? callOnNode24(skill, event, timeoutMs)
    : callOnNode22(skill, event, timeoutMs, runtime === undefined))
  if ('error' in outcome) {
    const message = `The skill threw ${describeError(outcome.error).replace(/\.$/, '')}.`
    return failure('skill-error', message, locationOf(outcome.error))
  }
  try {
    if (holdsBuilder(outcome.returned))
      throw new TypeError('it contains a response builder. Return its `getResponse()`')
    const text: string | undefined = JSON.stringify(outcome.returned)
    return text === undefined ? { returned: undefined } : fromJson(text)
  } catch (error) {
    return failure('skill-not-json', `The skill's response cannot be written as JSON: ${describeError(error)}.`)
  }
}

async function callOnNode24(skill: SkillFunction, event: unknown, timeoutMs: number): Promise<Outcome> {
  try {
    return { returned: await Reflect.apply(skill, undefined, [event, createLambdaContext(timeoutMs)]) }
  } catch (error) {
    return { error }
  }
}

/** @param takesValue Whether to accept a value that a handler returns without a promise, as only Node 24 does. */
function callOnNode22(skill: SkillFunction, event: unknown, timeoutMs: number, takesValue: boolean): Promise<Outcome> {
  return new Promise((resolve) => {
    // A promise is resolved once, and all later calls are ignored.
    const done = (error?: unknown, returned?: unknown) => resolve(isNothing(error) ? { returned } : { error })
    const succeed = (returned?: unknown) => resolve({ returned })
    const fail = (error?: unknown) => resolve({ error })
    const context = Object.assign(createLambdaContext(timeoutMs), {
      callbackWaitsForEmptyEventLoop: true,
      done,
      succeed,
      fail,
    })
    try {
      const returned: unknown = Reflect.apply(skill, undefined, [event, context, done])
      if (isThenable(returned)) returned.then(succeed, fail)
      else if (takesValue && isResponse(returned, skill.length)) succeed(returned)
      // Without a second parameter, nothing else can end the call, and Lambda sends null.
      else if (skill.length < 2) succeed()
    } catch (error) {
      done(error)
    }
  })
}

/**
 * Whether a value that is not a promise is the response. `(event, context) => setTimeout(() => context.succeed(…))`
 * also returns a value.
 */
function isResponse(returned: unknown, parameters: number): boolean {
  if (parameters < 2) return returned !== undefined
  return parameters === 2 && typeof returned === 'object' && returned !== null && 'response' in returned
}

/** ask-sdk's response builder contains only functions, so its JSON would be an empty response. */
function holdsBuilder(returned: unknown): boolean {
  return [returned, Object(returned).response].some((value) => typeof Object(value).getResponse === 'function')
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined
}
