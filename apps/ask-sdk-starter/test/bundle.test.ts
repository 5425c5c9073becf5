import { readdirSync } from 'node:fs'
import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished } from 'vitest'

/** `npm run build` creates it. The path is a variable, so that TypeScript does not look for the file. */
const bundle = new URL('../dist/index.mjs', import.meta.url).href

it('is one file whose handler responds on Lambda', async () => {
  expect(readdirSync(new URL('.', bundle))).toEqual(['index.mjs'])
  const { handler } = await import(bundle)
  const emulator = await startEmulator({ skillPackage: new URL('../skill-package', import.meta.url) })
  onTestFinished(() => emulator.close())
  const turn = await emulator.device(handler).open()
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain('Welcome to Table Talk')
  // On Node 24, Lambda rejects a handler with a third parameter, which would be a callback.
  expect(handler.length).toBeLessThan(3)
})
