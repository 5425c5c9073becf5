import { check } from '../check.js'
import { tellNote } from '../narrate.js'
import { bookTable } from '../stage.js'
import type { Scene } from './scene.js'

export const silent: Scene = {
  title: 'The API accepts the requests and never responds',
  async play(stage) {
    const { emulator } = stage
    emulator.situation('silent')
    const { speech, durationMs } = await bookTable(stage)
    tellNote('Alexa waits 8,000 ms for a response. Reading the profile has a deadline of 3,000 ms, including retries.')
    emulator.clearSituations()
    check(speech?.includes('try again in a few minutes') === true, 'the customer is asked to try again later')
    check(durationMs < 3500, 'the deadline holds')
  },
}
