import type { Device, Emulator, EmulatorOptions } from '@alexa-profile/emulator'
import type { AsyncHandler, HarnessOptions } from './harness.js'

/** An emulator, and a device on it that talks to the integration's skill. */
export interface Stage {
  readonly emulator: Emulator
  readonly device: Device
  readonly skill: AsyncHandler
  readonly heard: readonly string[]
}

export interface StageOptions {
  readonly emulator?: EmulatorOptions
  readonly client?: HarnessOptions
}

/** One behaviour that every integration must have. */
export interface ConformanceCase {
  /** The behaviour as a sentence, which is the name of the test. */
  readonly behaviour: string
  /** Runs the case. @param start starts an emulator and the skill, which are closed after the case */
  run(start: (options?: StageOptions) => Promise<Stage>): Promise<void>
}
