import { startEmulator } from '@alexa-profile/emulator'
import { beforeAll } from 'vitest'
import { sharedDatabase } from './shared-database.js'

/** Starts everything that all tests share, so that the first test is not slow. */
beforeAll(async () => {
  const emulator = await startEmulator({ skillPackage: new URL('../skill-package', import.meta.url) })
  await Promise.all([sharedDatabase(), emulator.signer()])
  await emulator.close()
}, 180_000)
