import assert from 'node:assert'
import fc from 'fast-check'
import { escapeSsml, isProfileError, profileFields, prompts, respondTo, speakerName } from '../../src/index.js'
import { askForConsent, askToFillIn } from '../../src/testing.js'
import { fuzz } from '../support/fuzz.js'
import { anything } from '../support/hostile.js'

const locales = fc.oneof(
  fc.constantFrom(
    'en-US',
    'de-DE',
    'fr-CA',
    'es-ES',
    'es-MX',
    'hi-IN',
    'ja-JP',
    'ar-SA',
    'it-IT',
    'nl-NL',
    'pt-BR',
    'en',
    '',
  ),
  fc.string({ unit: 'binary' }),
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 520 }),
  fc.constantFrom('<break/>', '&amp;', ']]>', '"\'', '\ud83d', '__proto__'),
)
const localized = fc.oneof(texts, fc.dictionary(fc.oneof(locales, fc.constant('__proto__')), texts), anything)
const fields = fc.uniqueArray(fc.constantFrom(...profileFields), { minLength: 1 })

/** Parses XML in which `<speak>` is the only element: everything inside it must be text. */
function assertPlainText(content: string): void {
  assert(!/[<>]/.test(content), 'markup')
  assert(!/&(?!(?:amp|lt|gt|quot|apos);)/.test(content), 'an entity that XML does not know')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern matches what XML forbids
  assert(!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(content), 'a character that XML forbids')
  assert(
    !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(content),
    'half a surrogate pair',
  )
}

fuzz(
  'speaks text without markup for any locale, purpose and skill name',
  fc.property(locales, localized, localized, fields, (locale, purpose, skillName, asked) => {
    try {
      const options = { purpose: purpose as never, skillName: skillName as never }
      for (const say of Object.values(prompts(locale, options))) assertPlainText(say(asked))
      const { ssml = '' } = respondTo(askToFillIn(asked), { ...options, locale }).outputSpeech ?? {}
      assertPlainText(/^<speak>(.*)<\/speak>$/s.exec(ssml)?.[1] ?? '<')
    } catch (error) {
      if (!isProfileError(error)) throw error
      assert.strictEqual(error.code, 'option-invalid')
    }
  }),
  1500,
)

fuzz(
  'escapes any string so that parsing it gives the same string',
  fc.property(texts, (text) => {
    const escaped = escapeSsml(text)
    assertPlainText(escaped)
    const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }
    const back = escaped.replace(/&\w+;/g, (entity) => entities[entity as keyof typeof entities])
    const said = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd]*$/.test(text)
    if (said) assert.strictEqual(back, text)
  }),
)

fuzz(
  'keeps any person id inside its attribute',
  fc.property(texts, (personId) => {
    const [, inside] = /^<alexa:name type="first" personId="([^"]*)"\/>$/.exec(speakerName({ personId })) ?? []
    assertPlainText(inside ?? '<')
  }),
)

fuzz(
  'returns a response for any option value or names the invalid option',
  fc.property(anything, anything, (locale, consent) => {
    try {
      const response = respondTo(askForConsent(['email']), { locale: locale as never, consent: consent as never })
      assert.match(response.outputSpeech?.ssml ?? '', /^<speak>/)
    } catch (error) {
      if (!isProfileError(error)) throw error
      assert.strictEqual(error.code, 'option-invalid')
    }
  }),
)
