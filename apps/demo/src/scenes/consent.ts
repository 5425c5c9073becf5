import { check } from '../check.js'
import { tellFact, tellMail, tellNote } from '../narrate.js'
import { bookTable } from '../stage.js'
import type { Scene } from './scene.js'

export const consent: Scene = {
  title: 'They grant the card in the Alexa app, and book again (200)',
  async play(stage) {
    const card = stage.emulator.customer.cards.at(-1)
    check(card !== undefined, 'the card is in the Alexa app')
    card.grant()
    tellFact('Alexa app', `granted ${card.permissions.join(', ')}`)
    const { speech } = await bookTable(stage)
    tellNote('The mobile number was optional: without consent for it the booking goes on.')
    check(speech?.includes('Thank you, Ann.') === true, 'the customer is thanked by name')
    check(!speech.includes('@'), 'the address is not said aloud')

    const [mail] = stage.mailbox.mails
    check(mail !== undefined, 'the confirmation has arrived')
    tellMail(mail)
    check(String(mail.deliveredTo) === 'ann@example.com', "the mail is delivered to the customer's address")
    check(mail.text?.includes('Hello Ann,') === true, 'the mail greets the customer by name')
  },
}
