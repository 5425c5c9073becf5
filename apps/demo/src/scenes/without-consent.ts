import { check } from '../check.js'
import { bookTable } from '../stage.js'
import type { Scene } from './scene.js'

export const withoutConsent: Scene = {
  title: 'They book a table, and have not agreed to share anything yet (403)',
  async play(stage) {
    const { card } = await bookTable(stage)
    const wanted = ['alexa::profile:given_name:read', 'alexa::profile:email:read']
    check(card?.type === 'AskForPermissionsConsent', 'a consent card is shown')
    check(String(card.permissions) === String(wanted), 'the card asks for the required permissions that are missing')
    check(stage.mailbox.mails.length === 0, 'no mail is sent')
  },
}
