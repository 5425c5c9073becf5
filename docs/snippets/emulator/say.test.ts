import { startEmulator } from '@alexa-profile/emulator'
import { afterAll, beforeAll, expect, it } from 'vitest'

/** As in skill-package/interactionModels/custom/en-US.json. You can also pass the folder: `skillPackage: 'skill-package'`. */
const model = {
  interactionModel: {
    languageModel: {
      invocationName: 'table talk',
      intents: [
        {
          name: 'BookTableIntent',
          samples: ['book a table', 'book a table for {people} {date} at {time}'],
          slots: [
            { name: 'people', type: 'AMAZON.NUMBER' },
            { name: 'date', type: 'AMAZON.DATE' },
            { name: 'time', type: 'AMAZON.TIME' },
          ],
        },
        { name: 'AMAZON.HelpIntent', samples: [] },
      ],
    },
  },
}

const skill = () => ({ version: '1.0', response: { outputSpeech: { type: 'PlainText', text: 'Done.' } } })

let emulator: Awaited<ReturnType<typeof startEmulator>>
beforeAll(async () => {
  emulator = await startEmulator({ skill: { interactionModels: { 'en-US': model } } })
})
afterAll(() => emulator.close())

it('understands what the customer says', async () => {
  const device = emulator.device(skill, { now: () => new Date('2026-11-28T12:00:00Z'), timeZone: 'UTC' })
  const { understood } = await device.say('please book a table for two tomorrow at half past seven')
  expect(understood).toMatchObject({
    intent: 'BookTableIntent',
    slots: { people: '2', date: '2026-11-29', time: '07:30' },
    stage: 'exact',
  })
})

it('understands a request for help', async () => {
  const { understood } = await emulator.device(skill).say('what can I say')
  expect(understood?.intent).toBe('AMAZON.HelpIntent')
})
