import { isObject } from '../base/is-object.js'
import { speechTextOf } from '../wire/speech-text.js'
import { directivesProblem, isAbsent, maximumCharacters, type Rule, responseReference } from './response-rule.js'
import { ssmlProblem } from './ssml-problem.js'

/** The rules about what is said. */
export const speechRules: Readonly<Record<string, Rule>> = {
  'output-speech': {
    source: responseReference,
    problem: ({ response: { outputSpeech } }) => speechShapeProblem('outputSpeech', outputSpeech),
  },
  'output-speech-length': {
    source: responseReference,
    problem: ({ response: { outputSpeech } }) => speechLengthProblem('outputSpeech', outputSpeech),
  },
  'output-speech-ssml': {
    source: responseReference,
    problem: ({ response: { outputSpeech } }) => speechSsmlProblem('outputSpeech', outputSpeech),
  },
  reprompt: {
    source: responseReference,
    problem: ({ response: { reprompt } }) => {
      if (isAbsent(reprompt)) return undefined
      if (!isObject(reprompt)) return 'reprompt must be an object.'
      const { outputSpeech, directives } = reprompt
      if (isAbsent(outputSpeech) && isAbsent(directives)) return 'reprompt needs an outputSpeech; or leave it out.'
      return (
        speechShapeProblem('reprompt.outputSpeech', outputSpeech) ??
        directivesProblem('reprompt.directives', directives)
      )
    },
  },
  'reprompt-length': {
    source: responseReference,
    problem: ({ response: { reprompt } }) =>
      isObject(reprompt) ? speechLengthProblem('reprompt.outputSpeech', reprompt.outputSpeech) : undefined,
  },
  'reprompt-ssml': {
    source: responseReference,
    problem: ({ response: { reprompt } }) =>
      isObject(reprompt) ? speechSsmlProblem('reprompt.outputSpeech', reprompt.outputSpeech) : undefined,
  },
}

function speechShapeProblem(where: string, speech: unknown): string | undefined {
  if (isAbsent(speech)) return undefined
  if (!isObject(speech)) return `${where} must be an object.`
  const member = speech.type === 'PlainText' ? 'text' : speech.type === 'SSML' ? 'ssml' : undefined
  if (member === undefined) return `${where}.type must be PlainText or SSML.`
  return typeof speech[member] === 'string' ? undefined : `${where}.${member} must be a text.`
}

function speechLengthProblem(where: string, speech: unknown): string | undefined {
  const { length } = speechTextOf(speech) ?? ''
  return length > maximumCharacters
    ? `${where} has ${length} characters; at most ${maximumCharacters} are allowed.`
    : undefined
}

function speechSsmlProblem(where: string, speech: unknown): string | undefined {
  if (!isObject(speech) || speech.type !== 'SSML' || typeof speech.ssml !== 'string') return undefined
  const problem = ssmlProblem(speech.ssml)
  return problem && `${where}.ssml ${problem}.`
}
