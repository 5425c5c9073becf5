import { expect, it } from 'vitest'
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
