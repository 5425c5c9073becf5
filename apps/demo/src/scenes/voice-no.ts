import { check } from '../check.js'
import { tellNote } from '../narrate.js'
import { bookTable, converse } from '../stage.js'
import type { Scene } from './scene.js'

export const voiceNo: Scene = {
  title: 'The customer books a table (403). Alexa asks for consent by voice, and the customer says no',
  async play(stage) {
    const { mailbox } = stage
    const { consentRequest, card } = await bookTable(stage)
    const wanted = ['alexa::profile:given_name:read', 'alexa::profile:email:read']
    const asked = consentRequest?.permissions.map(({ permissionScope }) => permissionScope)
    check(String(asked) === String(wanted), 'Alexa asks for the required permissions that are missing')
    check(card === undefined, 'there is no card')

    const { speech, sessionOpen } = await converse(stage, 'No.')
    tellNote('The skill continues without the profile: only the email needs an address.')
    check(speech?.includes('booked only under this reference') === true, 'the table is booked without a name')
    check(!sessionOpen, 'the skill does not ask again')
    check(mailbox.mails.length === 0, 'no email is sent')
  },
}
