import { type EmulatorError, isEmulatorError } from '@alexa-profile/emulator'

/** An error whose message says what the agent should do differently. */
export class ToolProblem extends Error {
  override readonly name = 'ToolProblem'
}

/** Advice that names tools: the emulator's messages name its functions, which an agent cannot call. */
const advice: { readonly [Code in EmulatorError['code']]?: (error: EmulatorError) => string } = {
  'not-understood': ({ nearest }) => {
    const samples = nearest.map(({ sample, intent }) => `"${sample}" (${intent})`)
    const known = samples.length === 0 ? 'No sample is similar.' : `The nearest samples are ${samples.join(', ')}.`
    return `No intent of the interaction model matches these words. ${known} Add a sample to the model, or call say with intent and slots.`
  },
  'interaction-model-missing': () =>
    'The skill package has no interaction model for this locale, so words cannot be understood. Add it, or call say with intent and slots.',
  'session-not-open': () => 'No session is open, so Alexa does not listen. Call open or say first.',
  'skill-disabled': () => 'The customer has disabled the skill. Call set_customer with skillEnabled true first.',
}

/** The same error with advice that names tools. */
export function asToolProblem(error: unknown): unknown {
  if (!isEmulatorError(error)) return error
  return new ToolProblem(advice[error.code]?.(error) ?? error.message)
}
