import { check } from '../check.js'
import { tellFact, tellNote } from '../narrate.js'
import { converse, type Stage } from '../stage.js'
import type { Scene } from './scene.js'

export const cardAndPhone: Scene = {
  title: 'The customer wants a text message: consent by card, and a number that can be dialled',
  async play(stage) {
    const { customer } = stage.emulator
    customer.set({ mobileNumber: { countryCode: '001', phoneNumber: '206 555-0100' } })
    const { card } = await askForText(stage)
    check(String(card?.permissions) === 'alexa::profile:mobile_number:read', 'the card asks for the mobile number only')
    check(stage.texts.length === 0, 'no text is sent')

    customer.cards.at(-1)?.grant()
    tellFact('Alexa app', `granted ${card?.permissions?.join(', ')}`)
    const { speech } = await askForText(stage)
    const [text] = stage.texts
    check(text !== undefined, 'the text is passed to the SMS provider')
    tellFact('Text', `To ${text.to}: ${text.text}`)
    tellNote(
      'The account has the country code 001 and the number 206 555-0100. A number that could mean two phones is never dialled.',
    )
    check(text.to === '+12065550100', 'the number is in E.164')
    check(speech?.includes('texted') === true && !speech.includes('555'), 'the number is not said aloud')
  },
}

function askForText(stage: Stage) {
  return converse(stage, 'Alexa, ask Table Talk to text me the confirmation.')
}
