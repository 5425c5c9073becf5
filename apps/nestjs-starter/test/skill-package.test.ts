import { checkSkillManifest } from '@alexa-profile/cli'
import { expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import de from '../skill-package/interactionModels/custom/de-DE.json' with { type: 'json' }
import en from '../skill-package/interactionModels/custom/en-US.json' with { type: 'json' }
import skill from '../skill-package/skill.json' with { type: 'json' }
import { responses } from '../src/alexa/responses.js'
import { languageOf } from '../src/bookings/language.js'
import { startTableTalk, tableForFour } from './table-talk.js'

const models = Object.entries({ 'en-US': en, 'de-DE': de }).map(([locale, { interactionModel }]) => ({
  locale,
  ...interactionModel,
}))

/** The fields that the skill reads. */
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

it('gets requests and events at one https address', () => {
  const { apis, events } = skill.manifest
  expect(apis.custom.endpoint.uri).toMatch(/^https:\/\/.*\/alexa$/)
  expect(events.endpoint).toEqual(apis.custom.endpoint)
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
