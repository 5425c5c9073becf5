import { nearest } from '@alexa-profile/core'
import type { SsmlElement } from './ssml-element.js'

/** Returns what is wrong with the value of an attribute, or undefined. The value is undefined if the attribute is absent. */
type Check = (value: string | undefined) => string | undefined

const maximumSounds = 5
const maximumBreakMs = 10_000
const minimumRatePercent = 20
const maximumPitchPercent = 50
const minimumPitchPercent = -33.3

/**
 * The voices that Amazon lists for Alexa, and Polly's other voices, because Amazon's list may be out of date.
 *
 * @see https://docs.aws.amazon.com/polly/latest/dg/available-voices.html (read 2026-11-29)
 */
const voices = (
  'Ivy Joanna Joey Justin Kendra Kimberly Matthew Salli Nicole Russell Amy Brian Emma Aditi Raveena Hans Marlene Vicki ' +
  'Conchita Enrique Lucia Mia Lupe Miguel Penelope Chantal Celine Lea Mathieu Carla Giorgio Bianca Mizuki Takumi Vitoria ' +
  'Camila Ricardo Thiago Kevin Kajal Olivia Aria Ayanda Arthur Gabrielle Liam Remi Daniel Sergio Andres Pedro Adriano ' +
  'Kazuha Tomoko Zeina Hala Zayd Ruth Stephen Danielle Gregory Niamh Hannah Arlet Lotte Ruben Laura Lisa Geraint Gwyneth'
).split(' ')

/** The languages of Alexa and its voices. */
const languages = (
  'en-US en-GB en-IN en-AU en-CA de-DE es-ES es-MX es-US fr-FR fr-CA hi-IN it-IT ja-JP pt-BR ar-SA nl-NL pt-PT cy-GB da-DK ' +
  'is-IS nb-NO pl-PL ro-RO ru-RU sv-SE tr-TR ko-KR zh-CN'
).split(' ')

/**
 * Checks of the values that the reference lists, by element and attribute. Other elements and attributes are not
 * checked, because Amazon does not say whether Alexa rejects or ignores them.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/custom-skills/speech-synthesis-markup-language-ssml-reference.html (read 2026-11-29)
 */
const checks: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  'alexa:name': { type: required(oneOf('first')), personId: required(anything) },
  'amazon:effect': { name: oneOf('whispered') },
  'amazon:emotion': {
    name: required(oneOf('excited', 'disappointed')),
    intensity: required(oneOf('low', 'medium', 'high')),
  },
  audio: { src: required(matching(/^(?:https|soundbank):\/\//i, 'an https URL, or soundbank://soundlibrary/…')) },
  break: {
    strength: oneOf('none', 'x-weak', 'weak', 'medium', 'strong', 'x-strong'),
    time: breakTime,
  },
  emphasis: { level: oneOf('strong', 'moderate', 'reduced') },
  lang: { 'xml:lang': required(oneOf(...languages)) },
  phoneme: { alphabet: oneOf('ipa', 'x-sampa'), ph: required(anything) },
  prosody: {
    rate: rate,
    pitch: pitch,
    volume: either(
      ['silent', 'x-soft', 'soft', 'medium', 'loud', 'x-loud'],
      matching(/^[+-]\d+(?:\.\d+)?dB$/, 'a difference such as +2dB'),
    ),
  },
  'say-as': {
    'interpret-as': required(
      oneOf(
        ...['characters', 'spell-out', 'cardinal', 'number', 'ordinal', 'digits', 'fraction', 'unit', 'date', 'time'],
        ...['telephone', 'address', 'interjection', 'expletive'],
      ),
    ),
  },
  voice: { name: required(oneOf(...voices)) },
}

/** Returns which documented limit is broken: the number of sounds, or the value of an attribute. */
export function limitProblem(elements: readonly SsmlElement[]): string | undefined {
  const sounds = elements.filter(({ name }) => name === 'audio').length
  if (sounds > maximumSounds) return `has ${sounds} <audio> elements, but at most ${maximumSounds} are allowed`
  for (const { name, attributes } of elements) {
    for (const [attribute, check] of Object.entries(Object.hasOwn(checks, name) ? (checks[name] ?? {}) : {})) {
      const problem = check(attributes.get(attribute))
      if (problem !== undefined) return `has <${name}> whose ${attribute} ${problem}`
    }
  }
  return undefined
}

function anything(): undefined {
  return undefined
}

function required(check: Check): Check {
  return (value) => (value === undefined ? 'is missing' : check(value))
}

function oneOf(...values: string[]): Check {
  return (value) => {
    if (value === undefined || values.includes(value)) return undefined
    const meant = nearest(value, values)
    if (meant !== undefined) return `is unknown (did you mean "${meant}"?)`
    return values.length > 20 ? 'is unknown' : `must be one of ${values.join(', ')}`
  }
}

function matching(pattern: RegExp, form: string): Check {
  return (value) => (value === undefined || pattern.test(value) ? undefined : `must be ${form}`)
}

function either(words: readonly string[], check: Check): Check {
  return (value) => {
    if (value === undefined || words.includes(value)) return undefined
    const problem = check(value)
    return problem && `${problem}, or one of ${words.join(', ')}`
  }
}

function breakTime(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const [, number, unit] = /^\+?(\d+(?:\.\d+)?|\.\d+)(ms|s)$/.exec(value) ?? []
  if (number === undefined) return 'must be a number of seconds or milliseconds, such as 1.5s or 300ms'
  const timeMs = Number(number) * (unit === 's' ? 1000 : 1)
  return timeMs > maximumBreakMs ? `is longer than ${maximumBreakMs / 1000} s` : undefined
}

function rate(value: string | undefined): string | undefined {
  return percentage(value, ['x-slow', 'slow', 'medium', 'fast', 'x-fast'], /^\d+(?:\.\d+)?%$/, {
    least: minimumRatePercent,
    most: Number.POSITIVE_INFINITY,
    form: `a percentage of ${minimumRatePercent}% or more`,
  })
}

function pitch(value: string | undefined): string | undefined {
  return percentage(value, ['x-low', 'low', 'medium', 'high', 'x-high'], /^[+-]\d+(?:\.\d+)?%$/, {
    least: minimumPitchPercent,
    most: maximumPitchPercent,
    form: `a difference from ${minimumPitchPercent}% to +${maximumPitchPercent}%`,
  })
}

function percentage(
  value: string | undefined,
  words: readonly string[],
  pattern: RegExp,
  { least, most, form }: { readonly least: number; readonly most: number; readonly form: string },
): string | undefined {
  const isInRange: Check = (text = '') => {
    const percent = Number.parseFloat(text)
    return pattern.test(text) && percent >= least && percent <= most ? undefined : `must be ${form}`
  }
  return either(words, isInRange)(value)
}
