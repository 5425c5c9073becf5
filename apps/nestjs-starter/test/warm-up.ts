import { startEmulator } from '@alexa-profile/emulator'
import { beforeAll } from 'vitest'
import { sharedDatabase } from './shared-database.js'

/** What is made once for all tests, and would take the time of the first. */
beforeAll(async () => {
  const emulator = await startEmulator({ skillPackage: new URL('../skill-package', import.meta.url) })
  await Promise.all([sharedDatabase(), emulator.signer()])
  await emulator.close()
}, 120_000)
