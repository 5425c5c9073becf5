import { expect, it } from 'vitest'
import resources from '../ask-resources.json' with { type: 'json' }
import model from '../skill-package/interactionModels/custom/en-US.json' with { type: 'json' }
import skill from '../skill-package/skill.json' with { type: 'json' }
import { startTableTalk, tableForFour } from './table-talk.js'

const { languageModel, dialog, prompts } = model.interactionModel

it('declares exactly the permissions that the skill reads', async () => {
  const { emulator, device } = await startTableTalk()
  emulator.declare(skill.manifest.permissions.map(({ name }) => name))
  emulator.customer.grantAll()
  const turn = await device.say('BookTableIntent', tableForFour)
  expect(turn.speech).toContain('will call your mobile')
  const read = new Set(emulator.requests.map(({ field }) => field))
  expect(read.size).toBe(skill.manifest.permissions.length)
})

it('meets what Amazon asks of a skill that reads profiles, in every locale', () => {
  const { privacyAndCompliance, publishingInformation } = skill.manifest
  expect(privacyAndCompliance).toMatchObject({ usesPersonalInfo: true, isChildDirected: false })
  const locales = Object.keys(publishingInformation.locales)
  expect(Object.keys(privacyAndCompliance.locales)).toEqual(locales)
  for (const { privacyPolicyUrl } of Object.values(privacyAndCompliance.locales)) {
    expect(privacyPolicyUrl).toMatch(/^https:/)
  }
})

it('has a handler for every intent of the interaction model', async () => {
  const { device, logged } = await startTableTalk()
  for (const { name } of languageModel.intents) {
    const turn = await device.say(name)
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
  const { userConfig } = resources.profiles.default.skillInfrastructure
  expect(userConfig.handler).toBe('index.handler')
  expect(resources.profiles.default.code.default.src).toBe('./dist')
})
