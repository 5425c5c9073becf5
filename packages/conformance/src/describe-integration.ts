import { startEmulator } from '@alexa-profile/emulator'
import { describe, it, onTestFinished } from 'vitest'
import { cases } from './cases/index.js'
import type { StageOptions } from './conformance-case.js'
import type { CreateHarness } from './harness.js'

/** Runs every behaviour against one integration. Call it at the top level of a test file. */
export function describeIntegration(name: string, createHarness: CreateHarness): void {
  async function start({ emulator: emulatorOptions, client }: StageOptions = {}) {
    const emulator = await startEmulator(emulatorOptions)
    onTestFinished(() => emulator.close())
    const ca = emulator.certificateAuthority
    const harness = await createHarness({
      allowedEndpoints: [emulator.url],
      skillName: 'Table Talk',
      ...(ca !== undefined && { ca }),
      ...client,
    })
    onTestFinished(() => harness.close?.())
    return { emulator, skill: harness.skill, heard: harness.heard, device: emulator.device(harness.skill) }
  }

  describe(`${name} conforms`, () => {
    for (const { behaviour, run } of cases) it(behaviour, () => run(start))
  })
}
