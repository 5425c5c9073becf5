import fc from 'fast-check'
import { it, type TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** How many cases a fuzz test has tried. */
    cases?: number
  }
}

/** In the test command 1, and always the same cases; `pnpm fuzz` sets both, to try many times more and others. */
const { FUZZ_FACTOR: factor = '1', FUZZ_SEED: seed = '7' } = process.env

/**
 * Checks that a property holds for whatever fast-check comes up with.
 *
 * @param cases in the test command
 */
export async function tryCases<Values>(
  task: TestContext['task'],
  property: fc.IRawProperty<Values>,
  cases: number,
): Promise<void> {
  const numRuns = Math.ceil(cases * Number(factor))
  task.meta.cases = numRuns
  await fc.assert(property, { numRuns, seed: Number(seed) })
}

/** A test that is one property. */
export function fuzz<Values>(name: string, property: fc.IRawProperty<Values>, cases = 500): void {
  it(name, { timeout: 60_000 * Math.max(1, Number(factor)) }, ({ task }) => tryCases(task, property, cases))
}
