import { createRequire } from 'node:module'
import { Ajv, type ValidateFunction } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'
import { beforeAll, expect, it } from 'vitest'
import type { Device, DeviceKind, RequestEnvelope, Turn } from '../src/index.js'
import { dialogModel, pizzaModel } from './pizza-model.js'
import { say } from './scripted-skill.js'
import { started } from './started.js'

interface Definition {
  properties?: Record<string, object>
  required?: string[]
}

let validate: ValidateFunction

/** The schema of ask-sdk-model's requests, which allows no other members. ask-sdk-model lacks some members of real requests. */
beforeAll(() => {
  const path = createRequire(import.meta.url).resolve('ask-sdk-model/index.d.ts')
  const schema = createGenerator({
    path,
    type: 'RequestEnvelope',
    skipTypeCheck: true,
    additionalProperties: false,
  }).createSchema('RequestEnvelope')
  const definitions = schema.definitions as Record<string, Definition>
  const { LaunchRequest, Slot } = definitions
  // Real requests have no dialogState without a dialog model, and no values without a match.
  makeOptional(definitions.IntentRequest, 'dialogState')
  makeOptional(definitions['slu.entityresolution.Resolution'], 'values')
  Object.assign(LaunchRequest?.properties ?? {}, { shouldLinkResultBeReturned: { type: 'boolean' } })
  Object.assign(Slot?.properties ?? {}, { source: { const: 'USER' } })
  validate = new Ajv({ strict: false, validateFormats: false }).compile(schema as object)
})

function makeOptional(definition: Definition | undefined, name: string): void {
  if (!definition?.required?.includes(name)) throw new Error(`ask-sdk-model does not require ${name} any more.`)
  definition.required = definition.required.filter((one) => one !== name)
}

/** Returns what is wrong with an envelope, without the errors about other request types. */
function problemsOf(envelope: RequestEnvelope | undefined): readonly string[] {
  const json: unknown = JSON.parse(JSON.stringify(envelope))
  if (validate(json)) return []
  const errors = validate.errors ?? []
  const own = errors.filter(({ keyword }) => keyword !== 'const' && keyword !== 'anyOf')
  return (own.length > 0 ? own : errors).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

async function deviceWith(model: object, kind: DeviceKind = 'echo'): Promise<Device> {
  const emulator = await started({ skill: { interactionModels: { 'en-US': model } } })
  emulator.customer.grantAll()
  emulator.customer.linkAccount('token-of-ann')
  const speaker = emulator.customer.addSpeaker()
  return emulator.device(() => say('Hello.', { reprompt: { outputSpeech: { type: 'PlainText', text: 'Well?' } } }), {
    kind,
    speaker,
  })
}

const order = { size: 'big', toppings: ['ham', 'tofu'], time: '19:30' }

it.each<[string, (device: Device) => Promise<Pick<Turn, 'request'>>]>([
  ['a launch', (device) => device.open()],
  ['a launch with a task', (device) => device.open({ task: { name: 'AMAZON.PrintPDF', version: '1', input: {} } })],
  ['an intent with slots', (device) => device.intent('OrderIntent', order)],
  ['an intent without slots', (device) => device.intent('BillIntent')],
  ['the end of a session', async (device) => device.open().then(() => device.end())],
  ['silence', async (device) => device.open().then(() => device.silence())],
])('%s matches the types of ask-sdk-model', async (_, talk) => {
  const device = await deviceWith(pizzaModel)
  expect(problemsOf((await talk(device)).request)).toEqual([])
})

it.each(['echo', 'echo-show', 'phone'] as const)(
  'a request from a device of the kind %s matches the types of ask-sdk-model',
  async (kind) => {
    const device = await deviceWith(dialogModel('SKILL_RESPONSE'), kind)
    expect(problemsOf((await device.intent('OrderIntent', order)).request)).toEqual([])
  },
)

it('finds members that ask-sdk-model does not have', async () => {
  const { request } = await (await deviceWith(pizzaModel)).open()
  if (request === undefined) throw new Error('A launch is always sent.')
  const misspelt = { ...request, request: { ...request.request, tsk: {} } }
  expect(problemsOf(misspelt as RequestEnvelope)).not.toEqual([])
  const { context } = request
  const { System } = context
  const wrong = { ...request, context: { ...context, System: { ...System, devise: System.device } } }
  expect(problemsOf(wrong as RequestEnvelope).join()).toContain('devise')
})
