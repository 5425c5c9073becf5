import { isObject } from '../base/is-object.js'
import { isAbsent, type Speech } from '../wire/response.js'
import { directivesProblem, maximumCharacters, type Rule, responseReference } from './response-rule.js'
import { ssmlProblem } from './ssml-problem.js'

const ssmlReference =
  'https://developer.amazon.com/en-US/docs/alexa/custom-skills/speech-synthesis-markup-language-ssml-reference.html' // read 2026-11-29

/** The rules about what Alexa says. */
export const speechRules: Readonly<Record<string, Rule>> = {
  'output-speech': {
    source: responseReference,
    problem: ({ envelope: { response }, speech }) => shapeProblem('outputSpeech', response.outputSpeech, speech),
  },
  'output-speech-length': {
    source: responseReference,
    problem: ({ speech }) => lengthProblem('outputSpeech', speech),
  },
  'output-speech-ssml': {
    source: ssmlReference,
    problem: ({ speech }) => wrongSsml('outputSpeech', speech),
  },
  reprompt: {
    source: responseReference,
    problem: ({ envelope, reprompt: speech }) => {
      const { reprompt } = envelope.response
      if (isAbsent(reprompt)) return undefined
      if (!isObject(reprompt)) return 'reprompt must be an object.'
      const { outputSpeech, directives } = reprompt
      if (isAbsent(outputSpeech) && isAbsent(directives))
        return 'reprompt must have an outputSpeech. Add one, or leave reprompt out.'
      return (
        shapeProblem('reprompt.outputSpeech', outputSpeech, speech) ??
        directivesProblem('reprompt.directives', directives)
      )
    },
  },
  'reprompt-length': {
    source: responseReference,
    problem: ({ reprompt }) => lengthProblem('reprompt.outputSpeech', reprompt),
  },
  'reprompt-ssml': {
    source: ssmlReference,
    problem: ({ reprompt }) => wrongSsml('reprompt.outputSpeech', reprompt),
  },
}

/** @param speech What was read from `outputSpeech`. Undefined if its shape is wrong. */
function shapeProblem(where: string, outputSpeech: unknown, speech: Speech | undefined): string | undefined {
  if (isAbsent(outputSpeech) || speech !== undefined) return undefined
  if (!isObject(outputSpeech)) return `${where} must be an object.`
  if (outputSpeech.type === 'PlainText') return `${where}.text must be a string.`
  if (outputSpeech.type === 'SSML') return `${where}.ssml must be a string.`
  return `${where}.type must be PlainText or SSML.`
}

function lengthProblem(where: string, speech: Speech | undefined): string | undefined {
  const { length } = speech?.text ?? ''
  return length > maximumCharacters
    ? `${where} has ${length} characters. At most ${maximumCharacters} are allowed.`
    : undefined
}

function wrongSsml(where: string, speech: Speech | undefined): string | undefined {
  const problem = speech?.kind === 'ssml' ? ssmlProblem(speech.text) : undefined
  return problem && `${where}.ssml ${problem}.`
}
