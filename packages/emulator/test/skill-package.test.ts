import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { startEmulator } from '../src/index.js'
import { pizzaModel } from './pizza-model.js'
import { say, script } from './scripted-skill.js'
import { folderWith, manifest, write } from './skill-folder.js'
import { started } from './started.js'

const email = 'alexa::profile:email:read'
const name = 'alexa::profile:name:read'
const card = (...permissions: string[]) => ({ card: { type: 'AskForPermissionsConsent', permissions } })

/** A skill in ask-cli's layout. */
function pizzaSkill(more: Readonly<Record<string, unknown>> = {}): string {
  return folderWith({
    'skill-package/skill.json': manifest(['en-US', 'de-DE'], [email]),
    'skill-package/interactionModels/custom/en-US.json': pizzaModel,
    '.ask/ask-states.json': { profiles: { default: { skillId: 'amzn1.ask.skill.pizza' } } },
    ...more,
  })
}

describe('a skill package', () => {
  it('contains id, scopes, locales and interaction models', async () => {
    const emulator = await started({ skillPackage: join(pizzaSkill(), 'skill-package') })
    expect(emulator.skillId).toBe('amzn1.ask.skill.pizza')
    expect([...emulator.declaredScopes]).toEqual([email])
    expect(emulator.locales).toEqual(['en-US', 'de-DE'])
    expect(emulator.interactionModel('en-US')).toMatchObject({ locale: 'en-US', invocationName: 'pizza place' })
    expect(emulator.interactionModel('de-DE')).toBeUndefined()
    const { skill } = script(say('Hello.'))
    await expect(emulator.device(skill).intent('OrderIntnt')).rejects.toMatchObject({ code: 'intent-unknown' })
  })

  it.each([
    ['amzn1.ask.skill.old', 'amzn1.ask.skill.old'],
    ['', 'amzn1.ask.skill.table-talk'],
  ])('can have the layout of ask-cli v1, with the id %j', async (skill_id, expected) => {
    const skillPackage = folderWith({
      'skill.json': { skillManifest: { permissions: [{ name: email }] } },
      'models/en-GB.json': pizzaModel,
      '.ask/config': { deploy_settings: { default: { skill_id, was_cloned: false } } },
    })
    const emulator = await started({ skillPackage })
    expect(emulator.skillId).toBe(expected)
    expect([...emulator.declaredScopes]).toEqual([email])
    expect(emulator.locales).toEqual(['en-GB'])
    expect(emulator.interactionModel('en-GB')).toMatchObject({ invocationName: 'pizza place' })
  })

  it('can be given by its URL, its manifest, or a path from the current folder', async () => {
    const folder = pizzaSkill()
    vi.spyOn(process, 'cwd').mockReturnValue(folder)
    const paths = ['skill-package', 'skill-package/skill.json', pathToFileURL(join(folder, 'skill-package'))]
    const emulators = await Promise.all(paths.map((skillPackage) => started({ skillPackage })))
    vi.restoreAllMocks()
    expect(emulators.map(({ skillId }) => skillId)).toEqual(paths.map(() => 'amzn1.ask.skill.pizza'))
  })

  it('is overridden by the option skill', async () => {
    const skillPackage = join(pizzaSkill(), 'skill-package')
    const skill = { skillId: 'amzn1.ask.skill.mine', declaredScopes: [name], interactionModels: { 'it-IT': {} } }
    const emulator = await started({ skillPackage, skill })
    expect(emulator.skillId).toBe('amzn1.ask.skill.mine')
    expect([...emulator.declaredScopes]).toEqual([name])
    expect(emulator.locales).toEqual(['en-US', 'de-DE', 'it-IT'])
    expect(emulator.interactionModel('en-US')).toBeUndefined()
  })

  it('has the default locale en-US, or the first locale if it lacks en-US', async () => {
    const german = folderWith({ 'skill.json': manifest(['de-DE', 'de-AT']) })
    expect((await started({ skillPackage: german })).defaultLocale).toBe('de-DE')
    expect((await started({ skillPackage: join(pizzaSkill(), 'skill-package') })).defaultLocale).toBe('en-US')
    expect((await started()).defaultLocale).toBe('en-US')
  })

  it('is read again after a change, and stays unchanged if the change is invalid', async () => {
    const folder = pizzaSkill()
    const emulator = await started({ skillPackage: join(folder, 'skill-package') })
    write(folder, 'skill-package/skill.json', manifest(['fr-FR'], [name]))
    emulator.reloadSkillPackage()
    expect([...emulator.declaredScopes]).toEqual([name])
    expect(emulator.locales).toEqual(['fr-FR'])
    write(folder, 'skill-package/skill.json', '{ "manifest": ')
    expect(() => emulator.reloadSkillPackage()).toThrow('skill.json: It is not valid JSON')
    expect([...emulator.declaredScopes]).toEqual([name])
  })

  it('stays unchanged if its new permissions conflict with the options', async () => {
    const [before, after] = [manifest([], ['alexa::own:read']), manifest([], [name])]
    const folder = folderWith({ 'skill.json': before, 'interactionModels/custom': 'no folder' })
    const emulator = await started({ skillPackage: folder, skill: { declaredScopes: ['alexa::own:read'] } })
    write(folder, 'skill.json', after)
    expect(() => emulator.reloadSkillPackage()).toThrow('Unknown scope')
    expect(() => emulator.declare(['alexa::own:read'])).not.toThrow()
  })

  it.each<[string, Readonly<Record<string, unknown>>, string, string]>([
    ['no folder', {}, 'skill-package', 'The folder does not exist'],
    ['a folder without a manifest', { 'a/b': '' }, 'a', 'This folder has no skill.json.'],
    ['the project', { 'skill-package/skill.json': '{}' }, '.', 'Use the folder skill-package in it.'],
    ['another file', { 'skill.json': '{"skill":{}}' }, '.', 'it has no object "manifest"'],
    ['a broken file', { 'skill.json': '{"manifest":' }, '.', 'It is not valid JSON'],
    ['no list', { 'skill.json': '{"manifest":{"permissions":{}}}' }, '.', 'manifest.permissions must be an array'],
    ['no scope', { 'skill.json': manifest([], ['email']) }, '.', 'manifest.permissions must be an array'],
    [
      'a broken model',
      { 'skill.json': manifest([]), 'interactionModels/custom/en-US.json': '[' },
      '.',
      'en-US.json: It is not valid JSON',
    ],
  ])('that is %s is an error', async (_, files, path, message) => {
    const skillPackage = join(folderWith(files), path)
    const error: unknown = await startEmulator({ skillPackage }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'skill-package-invalid' })
    expect(String(error)).toContain(message)
  })

  it.each([5, '', 'https://example.com/'].map((value) => [value]))('that is %j is an error', async (value) => {
    const skillPackage = typeof value === 'string' && value !== '' ? new URL(value) : value
    await expect(startEmulator({ skillPackage: skillPackage as string })).rejects.toMatchObject({
      code: 'option-invalid',
    })
  })
})

it('declares every scope that a skill can ask for if there is no manifest', async () => {
  const emulator = await started()
  expect([...emulator.declaredScopes]).toEqual([
    'alexa::profile:name:read',
    'alexa::profile:given_name:read',
    'alexa::profile:email:read',
    'alexa::profile:mobile_number:read',
    'alexa::devices:all:address:full:read',
    'alexa:devices:all:address:country_and_postal_code:read',
    'alexa::devices:all:geolocation:read',
    'alexa::alerts:reminders:skill:readwrite',
    'alexa::alerts:timers:skill:readwrite',
    'alexa::devices:all:notifications:write',
    'payments:autopay_consent',
    'alexa::household:lists:read',
    'alexa::household:lists:write',
    'alexa::person_id:read',
  ])
})

describe('a mistake in the manifest has the same effect as on Alexa', () => {
  it('a card for an undeclared permission makes Alexa reject the whole response', async () => {
    const emulator = await started({ skillPackage: join(pizzaSkill(), 'skill-package') })
    const turn = await emulator.device(() => say('Please grant.', card(email, name))).open()
    expect(turn).toMatchObject({ speech: undefined, card: undefined })
    expect(turn.violations).toMatchObject([{ rule: 'consent-card-undeclared' }])
    expect(turn.violations[0]?.message).toContain(name)
  })

  it('Alexa does not find the skill in a locale that the manifest lacks', async () => {
    const emulator = await started({ skillPackage: join(pizzaSkill(), 'skill-package') })
    const { skill, events } = script(say('Hello.'))
    const device = emulator.device(skill, { locale: 'fr-FR' })
    const refused = { code: 'locale-unsupported', message: expect.stringContaining('Its locales: en-US, de-DE.') }
    await expect(device.open()).rejects.toMatchObject(refused)
    await expect(device.intent('OrderIntent')).rejects.toMatchObject(refused)
    expect(events).toEqual([])
    device.locale = 'de-DE'
    expect(await device.open()).toMatchObject({ speech: 'Hello.' })
  })

  it('an event without a subscription is not sent', async () => {
    const subscriptions = [{ eventName: 'SKILL_PERMISSION_CHANGED' }, { eventName: 'SKILL_DISABLED' }]
    const skillPackage = folderWith({ 'skill.json': manifest(['en-US'], [email, name], { events: { subscriptions } }) })
    const emulator = await started({ skillPackage })
    const received: unknown[] = []
    emulator.subscribe(({ request }: { request: { type: string } }) => void received.push(request.type))
    emulator.customer.grant('email')
    emulator.customer.grant('name')
    emulator.customer.disableSkill()
    emulator.customer.enableSkill()
    await emulator.eventsDelivered()
    expect(received).toEqual(['AlexaSkillEvent.SkillPermissionChanged', 'AlexaSkillEvent.SkillDisabled'])
    const told = emulator.events.map(({ envelope, subscribed, attempts, acknowledged }) => ({
      type: envelope.request.type.replace('AlexaSkillEvent.', ''),
      subscribed,
      attempts,
      acknowledged,
    }))
    expect(told).toHaveLength(4)
    expect(told).toEqual(
      expect.arrayContaining([
        { type: 'SkillPermissionAccepted', subscribed: false, attempts: 0, acknowledged: false },
        { type: 'SkillPermissionChanged', subscribed: true, attempts: 1, acknowledged: true },
        { type: 'SkillDisabled', subscribed: true, attempts: 1, acknowledged: true },
        { type: 'SkillEnabled', subscribed: false, attempts: 0, acknowledged: false },
      ]),
    )
  })

  it('an event that ask-cli will subscribe to when it deploys the skill is sent', async () => {
    const userConfig = { skillEvents: { subscriptions: ['SKILL_PERMISSION_ACCEPTED'] } }
    const resources = { profiles: { default: { skillInfrastructure: { userConfig } } } }
    const folder = pizzaSkill({ 'ask-resources.json': resources })
    const emulator = await started({ skillPackage: join(folder, 'skill-package') })
    emulator.subscribe(() => undefined)
    emulator.customer.grant('email')
    await emulator.eventsDelivered()
    expect(emulator.events).toMatchObject([{ subscribed: true, acknowledged: true }])
  })

  it('requests do not name screen interfaces that the manifest does not declare', async () => {
    const supported = await Promise.all(
      [[], ['ALEXA_PRESENTATION_APL'], ['VIDEO_APP']].map(async (types) => {
        const interfaces = types.map((type) => ({ type }))
        const content = manifest(['en-US'], [], { apis: { custom: { interfaces } } })
        const emulator = await started({ skillPackage: folderWith({ 'skill.json': content }) })
        const { request } = await emulator.device(() => say('Hello.'), { kind: 'echo-show' }).open()
        return Object.keys(request?.context.System.device.supportedInterfaces ?? {})
      }),
    )
    expect(supported).toEqual([['AudioPlayer'], ['Alexa.Presentation.APL', 'AudioPlayer'], ['AudioPlayer', 'VideoApp']])
  })
})
