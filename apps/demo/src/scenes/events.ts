import { check } from '../check.js'
import { tellEvents, tellFact, tellMail, tellNote } from '../narrate.js'
import type { Scene } from './scene.js'

export const events: Scene = {
  title: 'The customer revokes the email permission in the Alexa app, then grants it again; each event arrives twice',
  async play({ emulator, mailbox, skill }) {
    const { customer } = emulator
    const before = mailbox.mails.length
    const unsubscribe = emulator.subscribe(skill.skill)
    emulator.situation('events-twice')
    customer.revoke('email')
    tellFact('Alexa app', 'revoked alexa::profile:email:read')
    customer.grant('email')
    tellFact('Alexa app', 'granted alexa::profile:email:read')
    await emulator.eventsDelivered()
    emulator.clearSituations()
    unsubscribe()

    tellEvents(emulator.events)
    const [mail, ...more] = mailbox.mails.slice(before)
    check(mail !== undefined, 'a welcome email has arrived')
    tellMail(mail)
    tellNote("There is no conversation here. The skill reads the address with the event's token.")
    check(more.length === 0, 'the customer is welcomed once')
    check(mail.subject === 'Welcome to Table Talk Bistro', 'it is the welcome email')
    check(emulator.events.length === 4, 'there are two events, each twice')
    check(
      emulator.events.every(({ acknowledged, violations }) => acknowledged && violations.length === 0),
      'the skill acknowledges them all',
    )
  },
}
