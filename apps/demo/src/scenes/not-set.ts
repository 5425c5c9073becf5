import { check } from '../check.js'
import { tellFact } from '../narrate.js'
import { bookTable } from '../stage.js'
import type { Scene } from './scene.js'

export const notSet: Scene = {
  title: 'The account no longer has an email address (204)',
  async play(stage) {
    const { customer } = stage.emulator
    customer.clear('email')
    tellFact('Account', 'the customer removes the email address')
    const { speech, card } = await bookTable(stage)
    check(
      stage.readings.some(({ status }) => status === 'not-set'),
      'the library returns not-set',
    )
    check(speech?.includes('in the Alexa app, in your profile') === true, 'the customer hears where to add the address')
    check(card === undefined, 'there is no consent card, which would not help')
    customer.set({ email: 'ann@example.com' })
  },
}
