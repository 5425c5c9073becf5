import { describe, expect, it } from 'vitest'
import { createUnderstander, type Understanding } from '../src/utterance/understand.js'
import { ar } from './utterances/ar.js'
import { de } from './utterances/de.js'
import { en } from './utterances/en.js'
import { es } from './utterances/es.js'
import { fr } from './utterances/fr.js'
import { hi } from './utterances/hi.js'
import { it as italian } from './utterances/it.js'
import { ja } from './utterances/ja.js'
import { type LanguageCase, modelOf } from './utterances/language-case.js'
import { nl } from './utterances/nl.js'
import { pt } from './utterances/pt.js'

const now = new Date('2026-11-28T11:00:00Z')

async function listener(language: LanguageCase): Promise<(text: string) => Understanding | undefined> {
  const understander = await createUnderstander(modelOf(language))
  return (text) => understander?.understand(text, { now, timeZone: 'Europe/Berlin', minimumConfidence: 0.45 })
}

function valuesOf(understanding: Understanding | undefined): readonly unknown[] {
  if (understanding?.kind !== 'intent') return [understanding?.kind]
  const slots = Object.entries(understanding.slots).map(([name, values]) => [
    name,
    values.map(({ value }) => value).join(),
  ])
  return [understanding.intent, Object.fromEntries(slots)]
}

describe.each([ar, de, en, es, fr, hi, italian, ja, nl, pt])('in $locale', (language) => {
  const sentences = language.sentences.map(([text, name, slots = {}]) => ({ text, name, slots }))

  it.each(sentences)('understands "$text" as $name', async ({ text, name, slots }) => {
    const understand = await listener(language)
    expect(valuesOf(understand(text))).toEqual([`${name}Intent`, slots])
  })

  it.each(language.launches)('opens the skill for "%s"', async (text) => {
    const understand = await listener(language)
    expect(understand(text)).toEqual({ kind: 'launch' })
  })

  it.each(language.refused)('does not understand "%s", and names the nearest samples', async (text) => {
    const understand = await listener(language)
    expect(understand(text)).toMatchObject({ kind: 'none' })
  })
})
