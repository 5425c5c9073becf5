import { checkSkillManifest } from '@alexa-profile/cli'
import { expect, it } from 'vitest'
import resources from '../ask-resources.json' with { type: 'json' }
import packageJson from '../package.json' with { type: 'json' }
import model from '../skill-package/interactionModels/custom/en-US.json' with { type: 'json' }
import skill from '../skill-package/skill.json' with { type: 'json' }
import { startTableTalk, tableForFour } from './table-talk.js'

const { languageModel, dialog, prompts } = model.interactionModel
const { userConfig } = resources.profiles.default.skillInfrastructure

/** What the skill reads of customers. */
const fields = ['givenName', 'email', 'mobileNumber', 'timeZone'] as const

it('reads these fields and no others', async () => {
  const { emulator, device } = await startTableTalk()
  emulator.customer.grantAll()
  await device.intent('BookTableIntent', tableForFour)
  await device.intent('TextConfirmationIntent')
  expect(new Set(emulator.requests.map(({ field }) => field))).toEqual(new Set(fields))
})

it('has a manifest that allows what the skill does, as ask-cli completes it', () => {
  const { subscriptions } = userConfig.skillEvents
  const endpoint = { uri: 'arn:aws:lambda:us-east-1:123456789012:function:table-talk' }
  const events = { endpoint, subscriptions: subscriptions.map((eventName) => ({ eventName })) }
  const deployed = { manifest: { ...skill.manifest, events } }
  expect(checkSkillManifest(deployed, { fields, consent: 'voice', events: true })).toEqual([])
  expect(subscriptions).toContain('SKILL_DISABLED')
  expect(packageJson.scripts.check).toContain(`--fields ${fields.join()} --consent voice`)
})

it('has a handler for every intent of the interaction model', async () => {
  const { device, logged } = await startTableTalk()
  for (const { name } of languageModel.intents) {
    const turn = await device.intent(name)
    expect(turn.violations, name).toEqual([])
    expect(turn.speech, name).toBeTruthy()
  }
  expect(logged).toEqual([])
})

it('uses only slots and prompts that it defines', () => {
  for (const { name, slots = [], samples } of languageModel.intents) {
    const used = samples.flatMap((sample) => [...sample.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot))
    expect(
      slots.map((slot) => slot.name),
      name,
    ).toEqual(expect.arrayContaining(used))
  }
  const elicitations = dialog.intents.flatMap(({ slots }) => slots.map((slot) => slot.prompts.elicitation))
  expect(prompts.map(({ id }) => id)).toEqual(elicitations)
})

it('deploys the handler that the bundle exports', () => {
  expect(userConfig.handler).toBe('index.handler')
  expect(resources.profiles.default.code.default.src).toBe('./dist')
})
