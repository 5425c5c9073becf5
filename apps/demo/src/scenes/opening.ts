import { check } from '../check.js'
import { converse } from '../stage.js'
import type { Scene } from './scene.js'

export const opening: Scene = {
  title: 'The customer opens the skill',
  async play(stage) {
    const { sessionOpen } = await converse(stage, 'Alexa, open Table Talk.')
    check(sessionOpen, 'the skill waits for the customer')
    check(stage.emulator.requests.length === 0, 'nothing is read before it is needed')
  },
}
