import type { Stage } from '../stage.js'

export interface Scene {
  readonly title: string
  /** @throws {DemoFailed} if a check fails */
  play(stage: Stage): Promise<void>
}
