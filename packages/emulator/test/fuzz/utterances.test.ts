import assert from 'node:assert'
import fc from 'fast-check'
import { beforeAll } from 'vitest'
import { fuzz } from '../../../core/test/support/fuzz.js'
import { mutated } from '../../../core/test/support/hostile.js'
import { type InteractionModel, readInteractionModel } from '../../src/skill/interaction-model.js'
import { createUnderstander, type Understander, type Understanding } from '../../src/utterance/understand.js'
import { ar } from '../utterances/ar.js'
import { de } from '../utterances/de.js'
import { en } from '../utterances/en.js'
import { es } from '../utterances/es.js'
import { fr } from '../utterances/fr.js'
import { hi } from '../utterances/hi.js'
import { it as italian } from '../utterances/it.js'
import { ja } from '../utterances/ja.js'
import { modelOf } from '../utterances/language-case.js'
import { nl } from '../utterances/nl.js'
import { pt } from '../utterances/pt.js'

const languages = [ar, de, en, es, fr, hi, italian, ja, nl, pt]
const context = { now: new Date('2026-11-28T11:00:00Z'), timeZone: 'Europe/Berlin', minimumConfidence: 0.45 }

/** CPU time that no utterance needs on any machine, but a search without end does. */
const mostMs = 5000

/** Understands words, and fails if that takes too long. */
function understand(understander: Understander, words: string): Understanding {
  const before = process.cpuUsage()
  const understood = understander.understand(words, context)
  const { user, system } = process.cpuUsage(before)
  assert((user + system) / 1000 < mostMs, 'took too long')
  return understood
}

/** What Alexa sends for the types whose words it converts. */
const forms: Readonly<Record<string, RegExp>> = {
  'AMAZON.DATE': /^(\d{4}|\d{3}X|PRESENT_REF|XXXX)(-W?\d\d|-(WI|SP|SU|FA)|-Q\d)?(-\d\d|-WE|-XX)?$/,
  'AMAZON.TIME': /^(([01]\d|2[0-3]):[0-5]\d|MO|AF|EV|NI)$/,
  'AMAZON.DURATION': /^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/,
  'AMAZON.NUMBER': /^-?\d+(\.\d+)?$/,
}

/** Fails unless what was understood fits the model. */
function assertFits(understander: Understander, model: InteractionModel, words: string): void {
  const understood = understand(understander, words)
  if (understood.kind === 'launch') return
  const others = understood.kind === 'none' ? understood.nearest : understood.alternatives
  assert(others.length <= 3)
  for (const { intent, confidence } of others) {
    assert(confidence >= 0 && confidence <= 1)
    assert(model.intents.some(({ name }) => name === intent))
  }
  if (understood.kind === 'none') return
  const intent = model.intents.find(({ name }) => name === understood.intent)
  assert(intent !== undefined, understood.intent)
  assert(understood.confidence >= 0 && understood.confidence <= 1)
  for (const [name, values] of Object.entries(understood.slots)) {
    const slot = intent.slots.find((one) => one.name === name)
    assert(slot !== undefined, `${intent.name} has no slot ${name}`)
    assert(values.length > 0 && (slot.multipleValues || values.length === 1), 'too many values')
    for (const { value, match } of values) {
      assert(typeof value === 'string' && value.trim() !== '', 'a value is empty')
      assert(forms[slot.type]?.test(value) ?? true, `${value} is not a value of ${slot.type}`)
      const own = model.types.find((type) => type.name === slot.type)?.values ?? []
      assert(match === undefined || own.includes(match), 'a value of another type')
    }
  }
}

/** Words of a language, and text that no customer says. */
function wordsOf({ samples, sentences, sizes, toppings, launches, refused }: (typeof languages)[number]) {
  const said = [...sentences.map(([text]) => text), ...launches, ...refused]
  const known = [...said, ...Object.values(samples).flat(), ...Object.keys(sizes), ...Object.keys(toppings)]
  const word = fc.constantFrom(...known.flatMap((text) => text.split(/[\s{}]+/)).filter(Boolean))
  const part = fc.tuple(fc.constantFrom(...said), fc.nat(), fc.nat()).map(([text, from, to]) => {
    const start = from % text.length
    return text.slice(start, start + 1 + (to % text.length))
  })
  const any = fc.oneof(
    { weight: 6, arbitrary: word },
    { weight: 3, arbitrary: part },
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.integer().map(String),
    fc.constantFrom('__proto__', 'constructor', '{date}', '|', '/', '.*', '12:99', '2026-13-45', '1e308', '٣٫٥', '½'),
  )
  const short = fc
    .tuple(fc.array(any, { minLength: 1, maxLength: 12 }), fc.constantFrom(' ', '', ', '))
    .map(([parts, between]) => parts.join(between))
  const long = fc.tuple(any, fc.integer({ min: 20, max: 400 })).map(([text, times]) => `${text} `.repeat(times))
  return { short, long }
}

const models = new Map(languages.map((language) => [language.locale, modelOf(language)] as const))
const understanders = new Map<string, Understander>()

beforeAll(async () => {
  for (const [locale, model] of models) {
    const understander = await createUnderstander(model)
    if (understander !== undefined) understanders.set(locale, understander)
  }
})

const utterances = (length: 'short' | 'long') =>
  fc.oneof(
    ...languages.map((language) => wordsOf(language)[length].map((words) => ({ locale: language.locale, words }))),
  )

function assertUnderstood({ locale, words }: { readonly locale: string; readonly words: string }): void {
  const [understander, model] = [understanders.get(locale), models.get(locale)]
  assert(understander !== undefined && model !== undefined)
  assertFits(understander, model, words)
}

fuzz(
  'understands any words in any language, with slots of the model and values of their types',
  fc.property(utterances('short'), assertUnderstood),
  100,
)
fuzz('understands any number of words in bounded time', fc.property(utterances('long'), assertUnderstood), 4)

const table = {
  languageModel: {
    invocationName: 'table talk',
    intents: [
      {
        name: 'BookIntent',
        samples: ['book a {size} table', 'for {people} people', '{size|} and {people}'],
        slots: [
          { name: 'size', type: 'SIZE', samples: ['a {size} one'], multipleValues: { enabled: true } },
          { name: 'people', type: 'AMAZON.NUMBER' },
        ],
      },
      { name: 'AMAZON.HelpIntent', samples: ['what can I say'] },
    ],
    types: [{ name: 'SIZE', values: [{ id: 'L', name: { value: 'large', synonyms: ['big', 'huge'] } }] }],
  },
}
const parts = fc.oneof(
  fc.jsonValue({ stringUnit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'{}|, a'), maxLength: 8 }),
  fc.constantFrom(
    '',
    'AMAZON.DATE',
    'AMAZON.SearchQuery',
    'AMAZON.FallbackIntent',
    '__proto__',
    'constructor',
    '{size}',
  ),
)

fuzz(
  'reads any model, and understands or does not understand words with it',
  fc.asyncProperty(
    fc.constantFrom(...models.keys(), 'en-GB', 'xx-XX'),
    mutated(table, parts),
    fc.oneof(fc.constantFrom('book a large table', 'for two people', 'help', 'big and 4'), fc.string()),
    async (locale, json, words) => {
      const understander = await createUnderstander(readInteractionModel(locale, json))
      assert.strictEqual(understander === undefined, locale === 'xx-XX')
      if (understander !== undefined) understand(understander, words)
    },
  ),
  60,
)
