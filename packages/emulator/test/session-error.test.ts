import { expect, it } from 'vitest'
import type { Skill } from '../src/index.js'
import { type Event, say } from './scripted-skill.js'
import { started } from './started.js'

const dispatch = 'An exception occurred while dispatching the request to the skill.'
const consentCard = { type: 'AskForPermissionsConsent', permissions: ['alexa::profile:name:read'] }

it.each<[what: string, act: () => unknown, type: string, message: string | RegExp]>([
  ['throws', () => Promise.reject(new Error('no table')), 'INVALID_RESPONSE', dispatch],
  ['takes too long', () => new Promise(() => {}), 'ENDPOINT_TIMEOUT', dispatch],
  ['returns what is not JSON', () => 1n, 'INVALID_RESPONSE', dispatch],
  ['returns nothing', async () => undefined, 'INVALID_RESPONSE', 'SpeechletResponse was null'],
  ['returns {}', () => ({}), 'INVALID_RESPONSE', 'SpeechletResponse was null'],
  [
    'asks by card for a scope that the manifest lacks',
    () => say('Hi', { card: consentCard }),
    'INVALID_RESPONSE',
    'permissions contains invalid permission',
  ],
  ['says too much', () => say('a'.repeat(9000)), 'INVALID_RESPONSE', /^outputSpeech has 9000 characters/],
])("a skill that %s gets Alexa's error", async (_what, act, type, message) => {
  const emulator = await started({ skillTimeoutMs: 2000, skill: { declaredScopes: [] } })
  const errors: unknown[] = []
  const skill = ({ request }: Event) => {
    if (request.type !== 'SessionEndedRequest') return act()
    errors.push(request.error)
    return {}
  }
  await emulator.device(skill as Skill).open()
  const said = typeof message === 'string' ? message : expect.stringMatching(message)
  expect(errors).toEqual([{ type, message: said }])
})
