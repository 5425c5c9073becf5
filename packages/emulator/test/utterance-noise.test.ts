import { expect, it } from 'vitest'
import { readInteractionModel } from '../src/skill/interaction-model.js'
import { createUnderstander } from '../src/utterance/understand.js'
import { ja } from './utterances/ja.js'
import { modelOf } from './utterances/language-case.js'
import { pt } from './utterances/pt.js'

const context = { now: new Date('2026-11-28T11:00:00Z'), timeZone: 'UTC', minimumConfidence: 0.45 }

it.each([
  ['numbers without sense', ja, '十百千万億'.repeat(8)],
  ['numbers without sense', pt, 'cem mil e meia '.repeat(20)],
  ['numbers of all kinds', ja, '十百千万億'.repeat(60)],
  ['more characters than customers say', ja, 'あ'.repeat(100_000)],
  ['more words than customers say', pt, 'reservar uma mesa '.repeat(10_000)],
  ['a word again and again', pt, 'mesa '.repeat(100)],
  ['no words', pt, '…!? 😀'],
])('ends without understanding %s', async (_, language, text) => {
  const understander = await createUnderstander(modelOf(language))
  expect(understander?.understand(text, context)).toMatchObject({ kind: 'none' })
})

it('finds one way to read a long list of values that can be read in millions of ways', async () => {
  const wines = ['red', 'wine', 'red wine', 'wine red'].map((value) => ({ name: { value } }))
  const slots = [{ name: 'wines', type: 'Wine', multipleValues: { enabled: true } }]
  const model = readInteractionModel('en-US', {
    languageModel: {
      intents: [{ name: 'BuyIntent', slots, samples: ['buy {wines}'] }],
      types: [{ name: 'Wine', values: wines }],
    },
  })
  const understanding = (await createUnderstander(model))?.understand(`buy ${'red wine '.repeat(40)}`, context)
  const values = understanding?.kind === 'intent' ? understanding.slots.wines?.map(({ value }) => value) : []
  expect(values).toEqual(Array.from({ length: 40 }, () => 'red wine'))
})
