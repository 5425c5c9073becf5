import { check } from '../check.js'
import { tellNote } from '../narrate.js'
import { bookTable } from '../stage.js'
import type { Scene } from './scene.js'

export const silent: Scene = {
  title: 'Alexa takes the requests and never answers',
  async play(stage) {
    const { emulator } = stage
    emulator.situation('silent')
    const { speech, durationMs } = await bookTable(stage)
    tellNote('Alexa gives a skill 8,000 ms in all. Reading the profile has a deadline of 3,000 ms, retries included.')
    emulator.clearSituations()
    check(speech?.includes('try again in a few minutes') === true, 'the customer is asked to come back')
    check(durationMs < 3500, 'the deadline holds')
  },
}
