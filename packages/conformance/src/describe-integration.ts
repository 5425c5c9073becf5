import { startEmulator } from '@alexa-profile/emulator'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cases } from './cases/index.js'
import type { StageOptions } from './conformance-case.js'
import type { CreateHarness } from './harness.js'

export interface Skip {
  /** The exact behaviour. */
  readonly case: string
  /** Why the framework (not the integration) does not allow it. */
  readonly reason: string
}

/** Runs every behaviour against one integration. Call it at the top level of a test file. */
export function describeIntegration(
  name: string,
  createHarness: CreateHarness,
  { skip = [] }: { readonly skip?: readonly Skip[] } = {},
): void {
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
    for (const { behaviour, run } of cases) {
      const reason = skip.find((skipped) => skipped.case === behaviour)?.reason
      if (reason === undefined) it(behaviour, () => run(start))
      else it.skip(`${behaviour} (${reason})`)
    }

    it('skips only behaviours that exist', () => {
      const behaviours = cases.map(({ behaviour }) => behaviour)
      expect(skip.filter((skipped) => !behaviours.includes(skipped.case))).toEqual([])
    })
  })
}
