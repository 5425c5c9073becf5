import { type HandleRequest, Jovo, SpeechBuilder } from 'jovo-core'
import { App } from 'jovo-framework'
import { Alexa } from 'jovo-platform-alexa'
import { expect, it } from 'vitest'
import { isProfileError, ProfilePlugin, requireProfile } from '../src/v3.js'
import { lambdaOfV3 } from './support/lambda-v3.js'
import { serveNames } from './support/serve-names.js'
import { startAppV3 } from './support/start-app-v3.js'

async function LAUNCH(this: Jovo) {
  const { givenName } = await this.$profile.read(['givenName'])
  this.tell(givenName.status === 'available' ? `Hello ${givenName.value}.` : `Status ${givenName.status}.`)
}

it('uses few connections for hundreds of requests', async () => {
  const { url, counts } = await serveNames()
  const { emulator, skill } = await startAppV3({ LAUNCH }, { allowedEndpoints: [url] })
  const envelope = structuredClone(emulator.envelope())
  Object.assign(envelope.context.System, { apiEndpoint: url })

  expect(JSON.stringify(await skill(envelope))).toContain('Hello Ann.')
  await skill(envelope)
  expect(counts()).toEqual({ connections: 1, requests: 2 })

  for (let round = 0; round < 60; round += 1) await Promise.all(Array.from({ length: 5 }, () => skill(envelope)))
  expect(counts().requests).toBe(302)
  expect(counts().connections).toBeLessThanOrEqual(6)
})

it("reads options from Jovo's config, which the constructor's options override", async () => {
  const { emulator, skill } = await startAppV3({})
  const app = new App({
    logging: false,
    plugin: { ProfilePlugin: { allowedEndpoints: [emulator.url], skillName: 'Config Talk' } },
  })
  app.use(new Alexa(), new ProfilePlugin({ skillName: 'Table Talk' }))
  app.setHandler({ LAUNCH: requireProfile({ required: ['email'], purpose: 'book' }, () => {}) })

  expect((await emulator.device(lambdaOfV3(app) as never).open()).speech).toContain('Table Talk needs')
  expect(skill).toBeDefined()
})

it('rejects invalid options when the plugin is installed', () => {
  const app = new App({ logging: false })
  expect(() => app.use(new ProfilePlugin({ deadlineMs: -1 }))).toThrow('deadlineMs')
  expect(() => app.use(new ProfilePlugin({ deadline: 1000 } as object))).toThrow(
    'Unknown option "deadline". Did you mean "deadlineMs"? Known options: shouldAsk, enabled, agent',
  )
})

it('is replaced by another plugin with the same name', async () => {
  const { app, device, emulator } = await startAppV3({
    LAUNCH: requireProfile({ required: ['email'], purpose: 'book' }, () => {}),
  })
  app.use(new ProfilePlugin({ allowedEndpoints: [emulator.url], skillName: 'New Talk' }))

  expect((await device.open()).speech).toContain('New Talk needs')
})

it("ends reads before Lambda's time limit", async () => {
  const { emulator, skill } = await startAppV3({ LAUNCH }, { attemptTimeoutMs: 20_000, deadlineMs: 20_000 })
  emulator.situation('silent')
  const startedAt = performance.now()

  const answer = await skill(emulator.envelope(), { getRemainingTimeInMillis: () => 800 })

  expect(JSON.stringify(answer)).toContain('Status failed.')
  expect(performance.now() - startedAt).toBeLessThan(12_000) // Without Lambda's limit it would take 20 s.
})

it('speaks "&" in its own sentences, although Jovo replaces each "&" with "and"', async () => {
  const { device } = await startAppV3(
    { LAUNCH: requireProfile({ required: ['email'], purpose: 'book', reprompt: 'Fish &amp; chips?' }, () => {}) },
    { skillName: 'Tom & Jerry' },
  )

  const turn = await device.open()

  expect(SpeechBuilder.ESCAPE_AMPERSAND).toBe(true)
  expect(turn).toMatchObject({ reprompt: 'Fish & chips?', sessionOpen: true, violations: [] })
  expect(turn.speech).toContain('To book, Tom & Jerry needs')
})

it("adds the card to the skill's own speech", async () => {
  async function LAUNCH(this: Jovo) {
    this.$profile.showConsentCard(['email', 'givenName'])
    this.tell('My own words.')
  }
  const { device } = await startAppV3({ LAUNCH })

  const turn = await device.open()

  expect(turn).toMatchObject({ speech: 'My own words.', sessionOpen: false, violations: [] })
  expect(turn.card?.permissions).toEqual(['alexa::profile:email:read', 'alexa::profile:given_name:read'])
})

it('has one reader per request, shared by all hooks and handlers', async () => {
  const readers = new Set<object>()
  const { app, device } = await startAppV3({ LAUNCH })
  for (const name of ['before.router', 'before.handler', 'after.response']) {
    app.middleware(name)?.use(({ jovo }: HandleRequest) => void (jovo && readers.add(jovo.$profile)))
  }

  await device.open()
  expect(readers.size).toBe(1)
  await device.open()
  expect(readers.size).toBe(2)
})

it('throws an error that explains how to add the missing plugin', async () => {
  const { emulator } = await startAppV3({})
  const app = new App({ logging: false })
  app.use(new Alexa())
  app.setHandler({
    LAUNCH: requireProfile({ required: ['email'] }, () => {}),
    ON_ERROR() {
      this.tell(String(this.$handleRequest?.error?.message))
    },
  })

  expect((await emulator.device(lambdaOfV3(app) as never).open()).speech).toContain('Add new ProfilePlugin()')
})

it('leaves other platforms unchanged, and its functions throw an error that names the platform', async () => {
  const errors: unknown[] = []
  const app = new App({ logging: false })
  app.use(new Alexa(), new ProfilePlugin())
  app.middleware('asr')?.use(async ({ jovo }: HandleRequest) => {
    errors.push(await jovo?.$profile.read(['email']).catch((error: unknown) => error))
  })
  app.middleware('platform.init')?.use((handleRequest: HandleRequest) => {
    const web = { getPlatformType: () => 'Web', isNewSession: () => false, mapInputs() {}, $type: { type: 'LAUNCH' } }
    const empty = {
      $session: { $data: {} },
      $nlu: {},
      $inputs: {},
      $plugins: {},
      $cms: {},
      $config: app.config,
      $app: app,
    }
    handleRequest.jovo = Object.assign(Object.create(Jovo.prototype), web, empty, { $host: handleRequest.host })
  })

  await lambdaOfV3(app)({}).catch(() => undefined)

  expect(isProfileError(errors[0], 'envelope-invalid')).toBe(true)
  expect(String(errors[0])).toContain('The platform is "Web", not Alexa. Check this.isAlexaSkill() first')
})
