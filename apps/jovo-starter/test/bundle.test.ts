import { readdirSync } from 'node:fs'
import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished, vi } from 'vitest'
import { tableForFour } from './table-talk.js'

/** `npm run build` creates it. The path is a variable, so that TypeScript does not look for the file. */
const bundle = new URL('../dist/index.mjs', import.meta.url).href

it('is one file whose handler responds on Lambda', async () => {
  const emulator = await startEmulator({ skillPackage: new URL('../skill-package', import.meta.url) })
  onTestFinished(() => emulator.close())
  vi.stubEnv('ALEXA_PROFILE_ENDPOINT', emulator.url)
  expect(readdirSync(new URL('.', bundle))).toEqual(['index.mjs'])
  const { handler } = await import(bundle)
  const device = emulator.device(handler)
  const turn = await device.open()
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain('Welcome to Table Talk')
  // On Node 24, Lambda rejects a handler with a third parameter, which would be a callback.
  expect(handler.length).toBeLessThan(3)

  // Jovo finds the component that asked by its class name, which minifying would shorten.
  expect((await device.intent('BookTableIntent', tableForFour)).consentRequest?.token).toContain('BookTableComponent')
  expect((await device.answerConsent('deny')).speech).toContain('All right.')
})
