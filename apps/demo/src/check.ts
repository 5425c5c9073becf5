/** Something in the demo was not as it should be. */
export class DemoFailed extends Error {
  override readonly name = 'DemoFailed'
}

/** The demo verifies itself: what it tells about must have happened. */
export function check(holds: boolean, what: string): asserts holds {
  if (!holds) throw new DemoFailed(`It should be so that ${what}, and it is not.`)
}
