import type { Stage } from '../stage.js'

export interface Scene {
  readonly title: string
  /** @throws {DemoFailed} when something is not as it should be. */
  play(stage: Stage): Promise<void>
}
