import fc from 'fast-check'
import { it, type TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** The number of cases that a fuzz test has tried. */
    cases?: number
  }
}

/** The test command uses the factor 1 and always the same cases. `pnpm fuzz` sets both, to try more and other cases. */
const { FUZZ_FACTOR: factor = '1', FUZZ_SEED: seed = '7' } = process.env

/**
 * Checks that a property holds for all values that fast-check generates.
 *
 * @param cases the number of cases in the test command
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

/** A test of one property. */
export function fuzz<Values>(name: string, property: fc.IRawProperty<Values>, cases = 500): void {
  it(name, { timeout: 600_000 * Math.max(1, Number(factor)) }, ({ task }) => tryCases(task, property, cases))
}
