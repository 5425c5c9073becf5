import { readdirSync } from 'node:fs'
import { startEmulator } from '@alexa-profile/emulator'
import { expect, it, onTestFinished } from 'vitest'
import { tableForFour } from './table-talk.js'

/** `npm run build` creates it. The path is a variable, so that TypeScript does not look for the file. */
const bundle = new URL('../dist/index.mjs', import.meta.url).href

async function startLocalAlexa() {
  const emulator = await startEmulator({ skillPackage: new URL('../skill-package', import.meta.url) })
  onTestFinished(() => emulator.close())
  return emulator
}

it('is one file whose handler responds on Lambda', async () => {
  expect(readdirSync(new URL('.', bundle))).toEqual(['index.mjs'])
  const { handler } = await import(bundle)
  const emulator = await startLocalAlexa()
  const turn = await emulator.device(handler).open()
  expect(turn.violations).toEqual([])
  expect(turn.speech).toContain('Welcome to Table Talk')
  // On Node 24, Lambda rejects a handler with a third parameter, which would be a callback.
  expect(handler.length).toBeLessThan(3)
})

// Jovo uses the names of classes and the parameters of functions, which minifying changes.
it('asks by voice and books when it is minified', async () => {
  const { createSkill } = await import(bundle)
  const emulator = await startLocalAlexa()
  const skill = createSkill({ profile: { allowedEndpoints: [emulator.url] }, log: () => {} })
  const device = emulator.device(skill.invoke.bind(skill))
  expect((await device.intent('BookTableIntent', tableForFour)).consentRequest?.permissions).toHaveLength(2)
  const booked = await device.answerConsent('accept')
  expect(booked.violations).toEqual([])
  expect(booked.speech).toContain('Thank you, Ann. Your table for 4 people is booked')
})
