import { expect, it } from 'vitest'
import { startTableTalk } from './table-talk.js'

it('welcomes a stranger, and reads nothing before it is needed', async () => {
  const { emulator, device } = await startTableTalk()
  const turn = await device.open()
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain('Welcome to Table Talk. I book a table')
  expect(turn.sessionOpen).toBe(true)
  expect(emulator.requests).toEqual([])
})

it('has Alexa say the name of a speaker whom she recognizes, without consent and without learning it', async () => {
  const { emulator, device } = await startTableTalk()
  const speaker = emulator.customer.addSpeaker()
  device.speaker = speaker
  const turn = await device.open()
  expect(turn.violations).toEqual([])
  expect(turn.ssml).toContain(`Welcome to Table Talk, <alexa:name type="first" personId="${speaker.personId}"/>.`)
  expect(emulator.requests).toEqual([])
})
