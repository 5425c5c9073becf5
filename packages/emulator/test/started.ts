import { onTestFinished } from 'vitest'
import { type Emulator, type EmulatorOptions, startEmulator } from '../src/index.js'

/** Starts an emulator for one test. */
export async function started(options?: EmulatorOptions): Promise<Emulator> {
  const emulator = await startEmulator(options)
  onTestFinished(() => emulator.close())
  return emulator
}
