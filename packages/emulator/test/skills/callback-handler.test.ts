import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, question, response, type SkillEvent } from './public-skill.js'

type Callback = (error: unknown, response?: object) => void

/** A skill without a framework, written before Lambda supported promises. */
function skill(ended: string[]): PublicSkill {
  function handler({ request }: SkillEvent, _context: object, callback: Callback) {
    if (request.type === 'SessionEndedRequest') {
      ended.push(`${request.reason} ${request.error?.type}`)
      return callback(null)
    }
    if (request.type === 'LaunchRequest') return setTimeout(() => callback(null, question('Heads or tails?')), 5)
    if (request.intent?.name === 'TossIntent') return callback(null, response('Heads.'))
    return callback(new Error(`No handler for ${request.intent?.name}`))
  }
  const intents = [{ name: 'TossIntent', samples: ['toss a coin'] }]
  return { handler: handler as PublicSkill['handler'], invocationName: 'coin toss', intents }
}

it('a skill may call its callback later', async () => {
  const { device } = await deviceWith(skill([]))
  expect(await device.open()).toMatchObject({ speech: 'Heads or tails?', sessionOpen: true })
  expect(await device.say('toss a coin')).toMatchObject({ speech: 'Heads.', sessionOpen: false, violations: [] })
})

it('an error ends the session, and the skill gets the reason', async () => {
  const ended: string[] = []
  const { device } = await deviceWith(skill(ended))
  await device.open()
  expect(await device.say('help')).toMatchObject({
    sessionOpen: false,
    violations: [{ message: expect.stringContaining('No handler for AMAZON.HelpIntent') }],
  })
  expect(ended).toEqual(['ERROR INVALID_RESPONSE'])
})
