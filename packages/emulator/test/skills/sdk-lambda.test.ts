import { getIntentName, getRequestType, getSlotValue, SkillBuilders } from 'ask-sdk-core'
import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill } from './public-skill.js'

/** A handler with a callback, as most samples export. */
const handler = SkillBuilders.custom()
  .addRequestHandlers(
    {
      canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'LaunchRequest',
      handle: ({ responseBuilder }) => responseBuilder.speak('Which planet?').reprompt('Mars, perhaps?').getResponse(),
    },
    {
      canHandle: ({ requestEnvelope }) =>
        getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'PlanetIntent',
      handle: ({ requestEnvelope, responseBuilder }) =>
        responseBuilder.speak(`${getSlotValue(requestEnvelope, 'planet')} is round.`).getResponse(),
    },
    {
      canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'SessionEndedRequest',
      handle: ({ responseBuilder }) => responseBuilder.getResponse(),
    },
  )
  .addErrorHandlers({
    canHandle: () => true,
    handle: ({ responseBuilder }) => responseBuilder.speak('I did not get that.').getResponse(),
  })
  .lambda()

const planets: PublicSkill = {
  handler,
  invocationName: 'round planets',
  intents: [
    { name: 'PlanetIntent', samples: ['tell me about {planet}'], slots: [{ name: 'planet', type: 'PLANET' }] },
    { name: 'AMAZON.FallbackIntent', samples: [] },
  ],
  types: [{ name: 'PLANET', values: [{ name: { value: 'Mars' } }] }],
}

it('a handler from .lambda() runs unchanged', async () => {
  const { device } = await deviceWith(planets)
  expect(await device.say('open round planets')).toMatchObject({ speech: 'Which planet?', reprompt: 'Mars, perhaps?' })
  expect(await device.say('tell me about mars')).toMatchObject({ speech: 'mars is round.', sessionOpen: false })
  expect((await device.say('sing a song about the sea')).speech).toBe('I did not get that.')
})

it('Node 24 on Lambda rejects a handler from .lambda()', async () => {
  await expect(deviceWith(planets, { runtime: 'nodejs24.x' })).rejects.toThrow(/callback.*Node 24/)
})
