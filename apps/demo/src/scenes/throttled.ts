import { check } from '../check.js'
import { tellNote } from '../narrate.js'
import { bookTable } from '../stage.js'
import type { Scene } from './scene.js'

export const throttled: Scene = {
  title: 'Alexa throttles the skill (429)',
  async play(stage) {
    const { emulator } = stage
    emulator.situation('throttled')
    const { speech, durationMs } = await bookTable(stage)
    tellNote('The library retries after short, random pauses. A retry budget limits the load on a failing service.')
    emulator.clearSituations()
    check(
      stage.readings.some(({ status }) => status === 'throttled'),
      'the library returns throttled',
    )
    check(speech?.includes('try again in a few minutes') === true, 'the customer is asked to try again later')
    check(emulator.requests.length > 3, 'there are retries')
    check(emulator.requests.length <= 9, 'no field is requested more than three times')
    check(durationMs < 3500, 'the deadline holds')
  },
}
