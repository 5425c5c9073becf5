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
    tellNote('Asked again after short, random pauses, and not for ever: a retry budget spares a service in trouble.')
    emulator.clearSituations()
    check(
      stage.readings.some(({ status }) => status === 'throttled'),
      'the library says throttled',
    )
    check(speech?.includes('try again in a few minutes') === true, 'the customer is asked to come back')
    check(emulator.requests.length > 3, 'there are retries')
    check(emulator.requests.length <= 9, 'no field is asked for more than three times')
    check(durationMs < 3500, 'the deadline holds')
  },
}
