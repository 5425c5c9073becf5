/** A check of the demo failed. */
export class DemoFailed extends Error {
  override readonly name = 'DemoFailed'
}

/** The demo verifies itself: every event that it reports must have happened. */
export function check(holds: boolean, what: string): asserts holds {
  if (!holds) throw new DemoFailed(`This check failed: ${what}.`)
}
