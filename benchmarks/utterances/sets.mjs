import { fillings, variations } from './fillings.mjs'

/**
 * Returns the sets of sentences of one model. Each sentence has the intents that it may be understood as (real models
 * have the same sample in two intents) and the slots that it fills.
 */
export function filledSamples({ locale, json }) {
  const { intents, types = [] } = languageModel(json)
  const filled = intents.flatMap(({ name, samples = [], slots = [] }) =>
    samples.flatMap((sample, index) => {
      const sentence = fill(sample, slots, types, locale, index)
      return sentence === undefined ? [] : [{ ...sentence, sample, intent: name }]
    }),
  )
  return filled.map((sentence) => ({ ...sentence, intents: intentsOf(sentence, filled) }))
}

function intentsOf({ sample, intent }, sentences) {
  const plain = (text) =>
    text
      .toLowerCase()
      .replace(/\{[^}]*\}/g, '{}')
      .trim()
  return [
    ...new Set([
      intent,
      ...sentences.filter((other) => plain(other.sample) === plain(sample)).map((other) => other.intent),
    ]),
  ]
}

/** Undefined if a slot has a type that there are no fillings for. */
function fill(sample, slots, types, locale, index) {
  const expected = {}
  let isPossible = true
  const text = sample.replace(/\{([^}]*)\}/g, (_, name) => {
    const type = slots.find((slot) => slot.name === name)?.type
    const own = types
      .find((candidate) => candidate.name === type)
      ?.values.flatMap((value) => [value.name.value, ...(value.name.synonyms ?? [])])
    const choices = own?.length > 0 ? own.map((value) => [value, value]) : fillings[locale.slice(0, 2)][type]
    if (choices === undefined) isPossible = false
    const [spoken, value] = choices?.[(index + name.length) % choices.length] ?? []
    expected[name] = value
    return spoken
  })
  return isPossible ? { text: text.trim(), slots: expected } : undefined
}

export function varied(sentences, locale) {
  const ways = variations[locale.slice(0, 2)]
  return sentences.map((sentence, index) => ({
    ...sentence,
    text: ways[index % ways.length].replace('%', sentence.text),
  }))
}

/** Removes every fifth sample from the model, to say it later. Intents keep one sample at least. */
export function withoutSome({ locale, json }) {
  const changed = structuredClone(json)
  const removed = new Set()
  for (const intent of languageModel(changed).intents) {
    const samples = [...new Set(intent.samples ?? [])]
    if (samples.length < 3) continue
    intent.samples = samples.filter((sample, index) => {
      const isKept = index % 5 !== 2
      if (!isKept) removed.add(`${intent.name} ${sample}`)
      return isKept
    })
  }
  const model = { locale, json: changed }
  const kept = new Set(filledSamples(model).map(({ text }) => text))
  const sentences = filledSamples({ locale, json }).filter(
    ({ intent, sample, text }) => removed.has(`${intent} ${sample}`) && !kept.has(text),
  )
  return { model, sentences }
}

export function languageModel(json) {
  return (json.interactionModel ?? json).languageModel
}
