import { expect, it } from 'vitest'
import { startTableTalk } from './table-talk.js'

it('welcomes an unknown speaker, and reads nothing yet', async () => {
  const { emulator, device } = await startTableTalk()
  const turn = await device.open()
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain('Welcome to Table Talk. I can book a table')
  expect(turn.sessionOpen).toBe(true)
  expect(emulator.requests).toEqual([])
})

it('lets Alexa say the name of a recognized speaker, without consent and without getting the name', async () => {
  const { emulator, device } = await startTableTalk()
  const speaker = emulator.customer.addSpeaker()
  device.speaker = speaker
  const turn = await device.open()
  expect(turn.violations).toEqual([])
  expect(turn.ssml).toContain(`Welcome to Table Talk, <alexa:name type="first" personId="${speaker.personId}"/>.`)
  expect(emulator.requests).toEqual([])
})
