import { readdirSync } from 'node:fs'
import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished, vi } from 'vitest'
import { tableForFour } from './table-talk.js'

/** Made by `pnpm build`; a path in a variable, so that TypeScript does not look for it before. */
const bundle = new URL('../dist/index.mjs', import.meta.url).href

it('is one file whose handler answers on Lambda', async () => {
  const emulator = await startEmulator({ skillPackage: new URL('../skill-package', import.meta.url) })
  onTestFinished(() => emulator.close())
  vi.stubEnv('ALEXA_PROFILE_ENDPOINT', emulator.url)
  expect(readdirSync(new URL('.', bundle))).toEqual(['index.mjs'])
  const { handler } = await import(bundle)
  const device = emulator.device(handler)
  const turn = await device.open()
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain('Welcome to Table Talk')
  // Lambda's Node 24 takes a third parameter for a callback and refuses the handler.
  expect(handler.length).toBeLessThan(3)

  // Jovo finds the component that asked by its name, which minifying would shorten.
  expect((await device.intent('BookTableIntent', tableForFour)).consentRequest?.token).toContain('BookTableComponent')
  expect((await device.answerConsent('deny')).speech).toContain('All right.')
})
