/** A check of the demo failed. */
export class DemoFailed extends Error {
  override readonly name = 'DemoFailed'
}

/** Checks that an event that the demo reports has really happened. */
export function check(holds: boolean, what: string): asserts holds {
  if (!holds) throw new DemoFailed(`This check failed: ${what}.`)
}
