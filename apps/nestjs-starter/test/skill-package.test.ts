import { checkSkillManifest } from '@alexa-profile/cli'
import { expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import model from '../skill-package/interactionModels/custom/en-US.json' with { type: 'json' }
import skill from '../skill-package/skill.json' with { type: 'json' }
import { startTableTalk, tableForFour } from './table-talk.js'

const { languageModel, dialog, prompts } = model.interactionModel

/** What the skill reads of customers. */
const fields = ['givenName', 'email', 'mobileNumber', 'timeZone'] as const

it('reads these fields and no others', async () => {
  const { emulator, device } = await startTableTalk()
  emulator.customer.grantAll()
  await device.intent('BookTableIntent', tableForFour)
  await device.intent('TextConfirmationIntent')
  expect(new Set(emulator.requests.map(({ field }) => field))).toEqual(new Set(fields))
})

it('has a manifest that allows what the skill does', () => {
  const use = { fields, consent: 'voice', events: true, requireEndpoint: true } as const
  expect(checkSkillManifest(skill, use)).toEqual([])
  expect(skill.manifest.events.subscriptions).toContainEqual({ eventName: 'SKILL_DISABLED' })
  expect(packageJson.scripts.check).toContain(`--fields ${fields.join()} --consent voice --events --require-endpoint`)
})

it('takes requests and events at one address of its own, behind TLS', () => {
  const { apis, events } = skill.manifest
  expect(apis.custom.endpoint.uri).toMatch(/^https:\/\/.*\/alexa$/)
  expect(events.endpoint).toEqual(apis.custom.endpoint)
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
