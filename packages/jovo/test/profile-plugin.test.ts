import { startEmulator } from '@alexa-profile/emulator'
import { App, BaseComponent, Component, Global, TestPlatform } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'
import { expect, it, onTestFinished, vi } from 'vitest'
import { isProfileError, ProfileDecisionOutput, ProfilePlugin } from '../src/index.js'
import { lambdaOf } from './support/lambda-server.js'
import { serveNames } from './support/serve-names.js'
import { startApp } from './support/start-app.js'

@Global()
@Component()
class NameComponent extends BaseComponent {
  async LAUNCH() {
    const { givenName } = await this.$profile.read(['givenName'])
    return this.$send(givenName.status === 'available' ? `Hello ${givenName.value}.` : `Status ${givenName.status}.`)
  }

  async RequireIntent() {
    const { require } = this.$profile
    const decision = await require({ required: ['givenName'] })
    if (decision.action === 'proceed') return this.$send('Yes.')
    return this.$send(ProfileDecisionOutput, { decision, message: 'My own words.', listen: true })
  }

  LogIntent() {
    return this.$send(JSON.stringify([this.$profile, this.$plugins.ProfilePlugin?.config]))
  }
}

/** Launches an app whose profile API is at `url`. */
async function launcher(url: string) {
  const { emulator, skill } = await startApp([NameComponent], { allowedEndpoints: [url] })
  return async () => {
    const envelope = structuredClone(emulator.envelope())
    Object.assign(envelope.context.System, { apiEndpoint: url })
    return JSON.stringify(await skill(envelope))
  }
}

it('uses one connection for two requests, although Jovo copies the app for each request', async () => {
  const { url, counts } = await serveNames()
  const launch = await launcher(url)

  expect(await launch()).toContain('Hello Ann.')
  expect(await launch()).toContain('Hello Ann.')

  expect(counts()).toEqual({ connections: 1, requests: 2 })
})

it('uses few connections for hundreds of requests', async () => {
  const { url, counts } = await serveNames()
  const launch = await launcher(url)
  const concurrently = (count: number) => Promise.all(Array.from({ length: count }, launch))

  for (let round = 0; round < 60; round += 1) await concurrently(5)

  expect(counts().requests).toBe(300)
  expect(counts().connections).toBeLessThanOrEqual(5)
})

it('leaves other platforms unchanged, and its functions throw an error that names the platform', async () => {
  const errors: unknown[] = []
  const app = new App({
    logging: false,
    plugins: [new AlexaPlatform(), new TestPlatform(), new ProfilePlugin()],
    components: [NameComponent],
  })
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => printed.mockRestore())
  app.onError((error) => void errors.push(error))

  await lambdaOf(app)({ isTestRequest: true, session: { isNew: true } }).catch(() => undefined)

  expect(isProfileError(errors[0], 'envelope-invalid')).toBe(true)
  expect(String(errors[0])).toContain('The platform is "testplatform", not Alexa. Check this.$alexa first')
})

it("ends reads before Lambda's time limit", async () => {
  const { emulator, skill } = await startApp([NameComponent], { attemptTimeoutMs: 20_000, deadlineMs: 20_000 })
  emulator.situation('silent')
  const startedAt = performance.now()

  const answer = await skill(emulator.envelope(), { getRemainingTimeInMillis: () => 800 })

  expect(JSON.stringify(answer)).toContain('Status failed.')
  expect(performance.now() - startedAt).toBeLessThan(12_000) // Without Lambda's limit it would take 20 s.
})

it("applies Jovo's own options for outputs", async () => {
  const { device } = await startApp([NameComponent])

  const turn = await device.intent('RequireIntent')

  expect(turn).toMatchObject({ speech: 'My own words.', sessionOpen: true, violations: [] })
  expect(turn.card?.permissions).toEqual(['alexa::profile:given_name:read'])
})

it('hides options, consent answers and results from the objects that Jovo copies and prints', async () => {
  const { device } = await startApp([NameComponent], { skillName: 'Secret Table' })

  expect((await device.intent('LogIntent')).speech).toBe('[{"speaker":{}},{"skipTests":false}]')
})

it('rejects invalid options when the app is created', () => {
  expect(() => new ProfilePlugin({ deadlineMs: -1 })).toThrow('deadlineMs')
  expect(() => new ProfilePlugin({ deadline: 1000 } as object)).toThrow(
    'Unknown option "deadline". Did you mean "deadlineMs"? Known options: shouldAsk, skipTests, agent',
  )
})

it('reports the right place if the plugin is passed to a platform', async () => {
  const errors: unknown[] = []
  const app = new App({ logging: false, plugins: [new AlexaPlatform({ plugins: [new ProfilePlugin()] })] })
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => printed.mockRestore())
  app.onError((error) => void errors.push(error))

  await app.initialize()

  expect(errors).toMatchObject([{ message: 'ProfilePlugin can only be installed for plugins of type App.' }])
})

it('has one reader per request, shared by all components and outputs', async () => {
  const readers = new Set<object>()
  const { app, device } = await startApp([NameComponent])
  for (const name of ['after.request.start', 'before.dialogue.logic', 'event.$send']) {
    app.hook(name, (jovo) => void readers.add(jovo.$profile))
  }

  await device.open()
  expect(readers.size).toBe(1)
  await device.open()
  expect(readers.size).toBe(2)
})

it('throws an error that explains how to add the missing plugin', async () => {
  const errors: unknown[] = []
  @Component()
  class LaunchComponent extends BaseComponent {
    LAUNCH() {
      return this.$send(ProfileDecisionOutput, {})
    }
  }
  const app = new App({ logging: false, plugins: [new AlexaPlatform()], components: [LaunchComponent] })
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => printed.mockRestore())
  app.onError((error) => void errors.push(error))
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())

  await lambdaOf(app)(emulator.envelope())

  expect(errors[0]).toMatchObject({ hint: 'Add new ProfilePlugin() to the plugins of your app.' })
})
