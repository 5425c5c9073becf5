import { checkSkillManifest } from '@alexa-profile/cli'
import { expect, it } from 'vitest'
import resources from '../ask-resources.json' with { type: 'json' }
import packageJson from '../package.json' with { type: 'json' }
import de from '../skill-package/interactionModels/custom/de-DE.json' with { type: 'json' }
import en from '../skill-package/interactionModels/custom/en-US.json' with { type: 'json' }
import skill from '../skill-package/skill.json' with { type: 'json' }
import { languageOf } from '../src/language.js'
import { responses } from '../src/responses.js'
import { startTableTalk, tableForFour } from './table-talk.js'

const models = Object.entries({ 'en-US': en, 'de-DE': de }).map(([locale, { interactionModel }]) => ({
  locale,
  ...interactionModel,
}))
const { userConfig } = resources.profiles.default.skillInfrastructure

/** The fields that the skill reads. */
const fields = ['givenName', 'email', 'mobileNumber', 'timeZone'] as const

it('reads these fields and no others', async () => {
  const { emulator, device } = await startTableTalk()
  emulator.customer.grantAll()
  await device.intent('BookTableIntent', tableForFour)
  await device.intent('TextConfirmationIntent')
  expect(new Set(emulator.requests.map(({ field }) => field))).toEqual(new Set(fields))
})

it('has a manifest that allows what the skill does, after ask-cli has completed it', () => {
  const { subscriptions } = userConfig.skillEvents
  const endpoint = { uri: 'arn:aws:lambda:us-east-1:123456789012:function:table-talk' }
  const events = { endpoint, subscriptions: subscriptions.map((eventName) => ({ eventName })) }
  const deployed = { manifest: { ...skill.manifest, events } }
  expect(checkSkillManifest(deployed, { fields, consent: 'voice', events: true })).toEqual([])
  expect(subscriptions).toContain('SKILL_DISABLED')
  expect(packageJson.scripts.check).toContain(`--fields ${fields.join()} --consent voice`)
})

it.each(models)('has a handler for every intent of the model in $locale', async ({ locale, languageModel }) => {
  const { device, logged } = await startTableTalk({ locale })
  for (const { name } of languageModel.intents) {
    const turn = await device.intent(name)
    expect(turn.violations, name).toEqual([])
    expect(turn.speech, name).toBeTruthy()
  }
  expect(logged).toEqual([])
})

it.each(models)(
  'uses only slots and prompts that the model in $locale defines',
  ({ languageModel, dialog, prompts }) => {
    for (const { name, slots = [], samples } of languageModel.intents) {
      const used = samples.flatMap((sample) => [...sample.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot))
      expect(
        slots.map((slot) => slot.name),
        name,
      ).toEqual(expect.arrayContaining(used))
    }
    const elicitations = dialog.intents.flatMap(({ slots }) => slots.map((slot) => slot.prompts.elicitation))
    expect(prompts.map(({ id }) => id)).toEqual(elicitations)
  },
)

it.each(models)('asks the same questions as the model in $locale', ({ locale, dialog, prompts }) => {
  const { ask } = responses[languageOf(locale)]
  const questions = prompts.map(({ variations }) => variations[0]?.value)
  expect(dialog.intents.flatMap(({ slots }) => slots.map(({ name }) => name))).toEqual(Object.keys(ask))
  expect(questions).toEqual(Object.values(ask))
})

it('is published in the locales of its models', () => {
  const { publishingInformation, privacyAndCompliance } = skill.manifest
  const locales = models.map(({ locale }) => locale)
  expect(Object.keys(publishingInformation.locales)).toEqual(locales)
  expect(Object.keys(privacyAndCompliance.locales)).toEqual(locales)
})

it('deploys the handler that the bundle exports', () => {
  expect(userConfig.handler).toBe('index.handler')
  expect(resources.profiles.default.code.default.src).toBe('./dist')
})
