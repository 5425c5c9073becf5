/**
 * How many sentences the emulator understands, beside virtual-alexa: `pnpm bench utterances MODELS PHRASES [VIRTUAL_ALEXA]`.
 *
 * MODELS is a folder of interaction models, each named `<skill>.<locale>.json`. PHRASES is a folder of Microsoft's Recognizers-Text
 * specs; `-` leaves it out. VIRTUAL_ALEXA is a folder where virtual-alexa is installed; without it, it is installed into a temporary one.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { median, quantile } from '../rig/statistics.mjs'
import { emulatorEngine, loadEmulator, loadVirtualAlexa, virtualAlexaEngine } from './engines.mjs'
import { measurePhrases } from './phrases.mjs'
import { filledSamples, varied, withoutSome } from './sets.mjs'

const options = process.argv.slice(2)
const [modelsFolder, phrasesFolder = '-', virtualAlexaFolder] = options.filter((option) => !option.startsWith('--'))
const showsMisses = options.includes('--misses')
if (modelsFolder === undefined)
  throw new Error('Name the folder of interaction models: pnpm bench utterances MODELS PHRASES')

const models = readdirSync(modelsFolder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({
    name: basename(file, '.json'),
    locale: basename(file, '.json').split('.').at(-1),
    json: JSON.parse(readFileSync(join(modelsFolder, file), 'utf8')),
  }))

const emulator = await loadEmulator()
const engines = { emulator: (model) => emulatorEngine(emulator, model) }
if (virtualAlexaFolder !== 'none') {
  const VirtualAlexa = loadVirtualAlexa(virtualAlexaFolder)
  engines['virtual-alexa'] = async (model) => virtualAlexaEngine(VirtualAlexa, model)
}

/** One row a set: how many sentences got the right intent, and how many of all the right slots as well. */
const sets = {
  'filled samples': (model) => ({ model, sentences: filledSamples(model) }),
  'mild variation': (model) => ({ model, sentences: varied(filledSamples(model), model.locale) }),
  'samples removed from the model': withoutSome,
}

const percent = (count, of) => `${((100 * count) / of).toFixed(1)} %`
const table = {}
const times = []
for (const [set, build] of Object.entries(sets)) {
  const row = { sentences: 0 }
  for (const [engine, create] of Object.entries(engines)) {
    const counts = { intents: 0, slots: 0, of: 0 }
    for (const model of models) {
      const { model: changed, sentences } = build(model)
      const understand = await create(changed)
      for (const sentence of sentences) {
        const startedAt = performance.now()
        const found = await understand(sentence.text)
        if (engine === 'emulator') times.push(performance.now() - startedAt)
        const isIntent = found !== undefined && sentence.intents.includes(found.intent)
        const isAll = isIntent && isSameSlots(found.slots, sentence.slots)
        counts.of++
        if (isIntent) counts.intents++
        if (isAll) counts.slots++
        if (showsMisses && engine === 'emulator' && !isAll)
          console.log(set, model.name, sentence.text, sentence.intent, sentence.slots, found)
      }
    }
    row.sentences = counts.of
    row[`${engine}: intents`] = percent(counts.intents, counts.of)
    row[`${engine}: slots`] = percent(counts.slots, counts.of)
  }
  table[set] = row
}

/** Sentences of other skills in the same language, which should be refused. */
const foreign = { sentences: 0 }
for (const [engine, create] of Object.entries(engines)) {
  let [refused, of] = [0, 0]
  for (const model of models) {
    const understand = await create(model)
    const own = new Set(filledSamples(model).map(({ text }) => text.toLowerCase()))
    const others = models.filter((other) => other !== model && other.locale.slice(0, 2) === model.locale.slice(0, 2))
    for (const { text } of others.flatMap(filledSamples)) {
      if (own.has(text.toLowerCase())) continue
      of++
      const found = await understand(text)
      if (found === undefined) refused++
      else if (showsMisses && engine === 'emulator') console.log('foreign', model.name, text, found)
    }
  }
  foreign.sentences = of
  foreign[`${engine}: refused`] = percent(refused, of)
}
table['sentences of another skill'] = foreign
console.table(table)

if (phrasesFolder !== '-') {
  const phrases = await measurePhrases(phrasesFolder, emulator)
  console.table(
    Object.fromEntries(
      Object.entries(phrases).map(([type, { right, of, whole, wholeRight }]) => [
        type,
        {
          phrases: of,
          right: percent(right, of),
          ...(type === 'AMAZON.NUMBER' && { 'whole numbers': percent(wholeRight, whole) }),
        },
      ]),
    ),
  )
}

const largest = models.toSorted((one, other) => JSON.stringify(other.json).length - JSON.stringify(one.json).length)[0]
const fresh = await loadEmulator()
const startedAt = performance.now()
await emulatorEngine(fresh, largest)
const readyMs = performance.now() - startedAt
console.log(
  `An utterance takes ${median(times).toFixed(2)} ms (median), ${quantile(times, 0.99).toFixed(2)} ms (99 of 100).`,
)
console.log(`The largest model (${largest.name}) is ready ${readyMs.toFixed(0)} ms after its language is first used.`)

function isSameSlots(found, expected) {
  const names = new Set([...Object.keys(found), ...Object.keys(expected)])
  return [...names].every((name) => found[name]?.toLowerCase().trim() === expected[name]?.toLowerCase().trim())
}
