import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, response, type SkillEvent } from './public-skill.js'

/** Talks to the customer while it searches. */
const searching =
  (statuses: number[], times: number) =>
  async ({ context, request }: SkillEvent) => {
    const { apiEndpoint, apiAccessToken } = context.System
    for (let time = 1; time <= times; time++) {
      const answer = await fetch(`${apiEndpoint}/v1/directives`, {
        method: 'POST',
        headers: { authorization: `Bearer ${apiAccessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          header: { requestId: request.requestId },
          directive: { type: 'VoicePlayer.Speak', speech: `<speak>Searching, part ${time}.</speak>` },
        }),
      })
      statuses.push(answer.status)
    }
    return response('I have found it.')
  }

const search = (handler: PublicSkill['handler']): PublicSkill => ({
  handler,
  invocationName: 'slow search',
  intents: [
    { name: 'SearchIntent', samples: ['search for {query}'], slots: [{ name: 'query', type: 'AMAZON.SearchQuery' }] },
  ],
})

it('the customer hears progressive responses before the response', async () => {
  const statuses: number[] = []
  const { device } = await deviceWith(search(searching(statuses, 2)))
  const turn = await device.say('ask slow search to search for the meaning of life')
  expect(turn.understood?.slots).toEqual({ query: 'the meaning of life' })
  expect(turn.progressiveResponses.map(({ speech }) => speech)).toEqual(['Searching, part 1.', 'Searching, part 2.'])
  expect(turn).toMatchObject({ speech: 'I have found it.', violations: [], notEmulated: [] })
  expect(statuses).toEqual([204, 204])
})

it('Alexa does not say a sixth progressive response', async () => {
  const statuses: number[] = []
  const { device } = await deviceWith(search(searching(statuses, 6)))
  expect((await device.open()).progressiveResponses).toHaveLength(5)
  expect(statuses.slice(4)).toEqual([204, 403])
})
