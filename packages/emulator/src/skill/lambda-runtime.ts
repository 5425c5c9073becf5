import { EmulatorError } from '../base/emulator-error.js'

/**
 * The Lambda runtime whose rules a handler must follow. `nodejs22.x` also stands for older runtimes, which have the
 * same rules.
 *
 * @see https://aws.amazon.com/blogs/compute/node-js-24-runtime-now-available-in-aws-lambda/ (read 2026-11-29)
 */
export type LambdaRuntime = 'nodejs22.x' | 'nodejs24.x'

const runtimes: readonly unknown[] = ['nodejs22.x', 'nodejs24.x'] satisfies LambdaRuntime[]

/**
 * Checks the name of a runtime.
 *
 * @throws {EmulatorError} `option-invalid`
 * @internal
 */
export function checkedRuntime(runtime: LambdaRuntime | undefined): LambdaRuntime | undefined {
  if (runtime === undefined || runtimes.includes(runtime)) return runtime
  throw new EmulatorError('option-invalid', `runtime must be one of ${runtimes.join(', ')}, or left out.`)
}

/** With this many parameters or more, Lambda assumes that a handler takes a callback, even if it is async. */
const callbackParameters = 3

const instead =
  'Replace .lambda() with: const skill = builder.create(); export const handler = async (event, context) => skill.invoke(event, context). ' +
  'Make any other handler async, with the parameters (event, context), and return the response.'

let hasWarned = false

/**
 * Rejects a handler with a callback if the runtime does. Otherwise warns once per process that Node 24 does not support
 * it.
 *
 * @throws {EmulatorError} `option-invalid`
 * @internal
 */
export function checkParameters(skill: (...parameters: never) => unknown, runtime: LambdaRuntime | undefined): void {
  if (skill.length < callbackParameters) return
  if (runtime === 'nodejs24.x') {
    const message = `This handler has ${skill.length} parameters, so it takes a callback. Lambda rejects it on Node 24. ${instead}`
    throw new EmulatorError('option-invalid', message)
  }
  if (hasWarned) return
  hasWarned = true
  process.emitWarning(
    `The skill's handler has ${skill.length} parameters, so it takes a callback, as ask-sdk's .lambda() and Jovo 3 do. ` +
      `It runs on Lambda up to Node 22, which Lambda supports until 30 April 2027. Node 24 rejects it. ${instead}`,
    { code: 'ALEXA_PROFILE_CALLBACK_HANDLER' },
  )
}
