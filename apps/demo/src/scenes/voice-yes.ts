import { check } from '../check.js'
import { tellMail, tellNote } from '../narrate.js'
import { bookTable, converse } from '../stage.js'
import type { Scene } from './scene.js'

export const voiceYes: Scene = {
  title: 'The customer books another table and says yes (200)',
  async play(stage) {
    const { mailbox } = stage
    const { consentRequest } = await bookTable(stage)
    check(consentRequest !== undefined, 'Alexa asks again in a new session')
    const { speech } = await converse(stage, 'Yes.')
    tellNote(
      'The booking continued with the same day, time and party. The mobile number is optional, so it is not needed.',
    )
    check(
      speech?.includes('Thank you, Ann. Your table for 4 people') === true,
      'the customer says everything only once',
    )
    check(!speech.includes('@'), 'the address is not said aloud')

    const [mail] = mailbox.mails
    check(mail !== undefined, 'the confirmation has arrived')
    tellMail(mail)
    check(String(mail.deliveredTo) === 'ann@example.com', "the email is delivered to the customer's address")
    check(mail.text?.includes('Hello Ann,') === true, 'the email greets the customer by name')
  },
}
