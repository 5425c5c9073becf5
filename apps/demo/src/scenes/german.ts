import { check } from '../check.js'
import { tellMail } from '../narrate.js'
import { converse } from '../stage.js'
import type { Scene } from './scene.js'

export const german: Scene = {
  title: 'The same in German, where "sieben" means 7 p.m.',
  async play(stage) {
    const { emulator, mailbox, skill } = stage
    const before = mailbox.mails.length
    const device = emulator.device(skill.skill, { locale: 'de-DE' })
    const words = 'Alexa, sag Table Talk reserviere einen Tisch für zwei morgen um sieben.'
    const { speech } = await converse(stage, words, device)
    check(speech?.includes('Danke, Ann. Dein Tisch für 2 Personen') === true, 'the skill responds in German')
    check(speech.includes('19:00 Uhr'), 'the table is for the evening')

    const mail = mailbox.mails[before]
    check(mail !== undefined, 'the confirmation has arrived')
    tellMail(mail)
    check(mail.text?.includes('Hallo Ann,') === true, 'the email is in German')
  },
}
