import { readdirSync } from 'node:fs'
import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished } from 'vitest'

/** Made by `pnpm build`; a path in a variable, so that TypeScript does not look for it before. */
const bundle = new URL('../dist/index.mjs', import.meta.url).href

it('is one file whose handler answers on Lambda', async () => {
  expect(readdirSync(new URL('.', bundle))).toEqual(['index.mjs'])
  const { handler } = await import(bundle)
  const emulator = await startEmulator({ skillPackage: new URL('../skill-package', import.meta.url) })
  onTestFinished(() => emulator.close())
  const turn = await emulator.device(handler).open()
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain('Welcome to Table Talk')
  // Lambda's Node 24 takes a third parameter for a callback and refuses the handler.
  expect(handler.length).toBeLessThan(3)
})
