import { expect, it } from 'vitest'
import { deviceWith, type PublicSkill, response, type SkillEvent } from './public-skill.js'

const document = { type: 'APL', version: '2023.3', mainTemplate: { items: [{ type: 'Text', text: 'Sunny' }] } }
const rendering = { type: 'Alexa.Presentation.APL.RenderDocument', token: 'weather', document }

/** Shows a document on devices with a screen. */
const handler = ({ context }: SkillEvent) => {
  const hasScreen = Object.hasOwn(context.System.device.supportedInterfaces, 'Alexa.Presentation.APL')
  return response('It is sunny.', hasScreen ? { directives: [rendering] } : {})
}

const weather: PublicSkill = {
  handler,
  invocationName: 'sunny weather',
  intents: [],
  interfaces: ['ALEXA_PRESENTATION_APL'],
}

it.each([
  ['echo', []],
  ['echo-show', [rendering]],
  ['phone', [rendering]],
] as const)('a skill checks for a screen: %s', async (kind, directives) => {
  const { device } = await deviceWith(weather, { device: { kind } })
  expect(await device.open()).toMatchObject({ speech: 'It is sunny.', directives, violations: [] })
})

it.each([
  ['is left out', undefined, true],
  ['is null', null, true],
  ['is true', true, false],
])(
  'after a document is shown, the session depends on shouldEndSession: %s',
  async (_, shouldEndSession, sessionOpen) => {
    const showing = () => response('It is sunny.', { directives: [rendering], shouldEndSession })
    const { device } = await deviceWith({ ...weather, handler: showing }, { device: { kind: 'echo-show' } })
    const { request } = await device.open()
    expect(device.sessionOpen).toBe(sessionOpen)
    const { sessionId } = (await device.say('help')).request?.session ?? {}
    expect(sessionId === request?.session?.sessionId).toBe(sessionOpen)
  },
)

it.each([
  ['the device has no screen', weather, 'echo'],
  ['the manifest does not declare it', { ...weather, interfaces: [] }, 'echo-show'],
] as const)('a document makes Alexa reject the response if %s', async (_, skill, kind) => {
  const careless = () => response('It is sunny.', { directives: [rendering] })
  const { device } = await deviceWith({ ...skill, handler: careless }, { device: { kind } })
  const turn = await device.open()
  expect(turn.violations).toMatchObject([{ rule: 'directive-interface' }])
  expect(turn.speech).toBeUndefined()
})
