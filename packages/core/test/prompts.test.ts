import { describe, expect, it } from 'vitest'
import type { FieldWords } from '../src/fields/words.js'
import {
  fields,
  type ProfileField,
  type PromptOptions,
  type PromptWords,
  respondTo,
  toResponseEnvelope,
} from '../src/index.js'
import { askForConsent, askToFillIn, fixSkill, speakerUnknown, tryLater } from '../src/testing.js'
import {
  type AlexaLocale,
  alexaLocales,
  allPrompts,
  bookYourTable,
  fieldCombinations,
  languageOf,
  promptNames,
  tableTalk,
} from './support/table-talk.js'
import { warningsOf } from './support/warnings.js'

const optionSets: readonly PromptOptions[] = [
  {},
  { skillName: tableTalk.skillName },
  { purpose: tableTalk.purpose },
  tableTalk,
]

function wordsFor(field: ProfileField, locale: AlexaLocale): string {
  const words: FieldWords = fields[field].words
  const inRegion = locale === 'es-ES' || locale === 'fr-CA' ? words[locale] : undefined
  return inRegion ?? words[languageOf(locale)]
}

const hasCapitals = (locale: AlexaLocale) => !/^(ar|hi|ja)/.test(locale)
const endOfSentence = (locale: AlexaLocale) => (locale === 'ja-JP' ? /。$/ : locale === 'hi-IN' ? /।$/ : /[^.]\.$/)

/**
 * Anything that XML does not allow in text: markup, a bare ampersand, half a surrogate pair, control characters and
 * non-characters.
 */
const notAText = /[<>]|&(?!(amp|lt|gt|quot|apos);)|\p{Cs}|\p{Cc}|\p{Cn}/u

describe.each(alexaLocales)('prompts in %s', (locale) => {
  const said = fieldCombinations.flatMap((fields) =>
    optionSets.flatMap((options) =>
      Object.entries(allPrompts(locale, fields, options)).map(([name, speech]) => ({ fields, name, speech })),
    ),
  )

  it('are clean sentences for every combination of fields', () => {
    for (const { speech } of said) {
      expect(speech).not.toMatch(/undefined|null|\[object|\$\{/)
      expect(speech).not.toMatch(/\s{2}|^\s|\s$|\s[,.،。、।]|[,.،。、।]{2}|\.\p{L}/u)
      expect(speech).not.toMatch(/[()[\]/:;…]/)
      expect(speech).toMatch(endOfSentence(locale))
      if (hasCapitals(locale)) expect(speech).toMatch(/^\p{Lu}/u)
      expect(speech).not.toMatch(notAText)
    }
  })

  it('name every field, except in prompts about the skill or the app alone', () => {
    for (const { fields: named, name, speech } of said) {
      if (name === 'fixSkill' || name === 'finishInApp') continue
      for (const field of named) expect(speech).toContain(wordsFor(field, locale))
    }
  })

  it('name the skill and the purpose if they give a reason', () => {
    const { askForConsent, askByVoice, askToFillIn, fixSkill, cannotGoOn } = allPrompts(locale, ['email'], tableTalk)
    for (const speech of [askForConsent, askByVoice, askToFillIn, fixSkill]) {
      expect(speech).toContain(bookYourTable[languageOf(locale)])
      expect(speech).toContain('Table Talk')
    }
    expect(cannotGoOn).toContain(bookYourTable[languageOf(locale)])
  })

  it.each([
    ['markup', '<b>&"\'</b><break time="10s"/>', '&lt;b&gt;&amp;&quot;&apos;&lt;/b&gt;&lt;break'],
    ['an entity', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['the end of SSML', '</speak>]]><!--', '&lt;/speak&gt;]]&gt;&lt;!--'],
    ['an emoji and right-to-left marks', '👩‍🍳\u200f\u202eTable\u202c', '👩‍🍳\u200f\u202eTable\u202c'],
    ['lone surrogates and control characters', '\ud83dTable\udc69\0\x1b\uffff', 'Table'],
    ['patterns of String.replaceAll', "$& $1 $' $$", '$&amp; $1 $&apos; $$'],
  ])('stay well-formed with %s in purpose and skillName', (_, hostile, escaped) => {
    for (const options of [{ purpose: hostile }, { skillName: hostile }, { purpose: hostile, skillName: hostile }]) {
      const speeches = Object.values(allPrompts(locale, ['givenName', 'email'], options))
      for (const speech of speeches) expect(speech).not.toMatch(notAText)
      expect(speeches.join()).toContain(escaped)
    }
  })

  it('leave room in a response, which Alexa limits to 8,000 characters', async () => {
    const worst = { locale, purpose: '"'.repeat(500), skillName: "'".repeat(500) }
    const speakerFields = ['name', 'givenName', 'mobileNumber'] as const
    const fields = [...speakerFields, 'email'] as const
    const obstacles = [
      ...[askForConsent(fields), askToFillIn(fields), tryLater(fields), fixSkill(fields)],
      speakerUnknown(speakerFields),
    ]
    await warningsOf(() => {
      for (const obstacle of obstacles) {
        const answer = JSON.stringify(toResponseEnvelope(respondTo(obstacle, worst)))
        expect(answer.length).toBeLessThan(8000)
      }
    })
    for (const speech of Object.values(allPrompts(locale, fields, worst))) expect(speech.length).toBeLessThan(7000)
  })

  it.each(promptNames)(
    "let a skill replace %s with a function that gets the fields in the customer's language",
    (name) => {
      const standard = allPrompts(locale, ['givenName', 'email'], tableTalk)
      const say = ({ fieldList, locale, ...others }: PromptWords) =>
        [fieldList, locale, others.fields, others.purpose, others.skillName].join('|')
      const own = allPrompts(locale, ['givenName', 'email'], { ...tableTalk, prompts: { [name]: say } })

      const [fieldList] = own[name].split('|')
      expect(standard.tryLater).toContain(fieldList)
      expect(own).toEqual({
        ...standard,
        [name]: [fieldList, locale, 'givenName,email', bookYourTable[languageOf(locale)], 'Table Talk'].join('|'),
      })
    },
  )
})
