import type { Stage } from '../stage.js'

export interface Scene {
  readonly title: string
  /** Plays the scene. @throws {DemoFailed} if a check fails */
  play(stage: Stage): Promise<void>
}
