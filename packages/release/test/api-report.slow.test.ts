import { expect, it } from 'vitest'
import { checkApiReport, entryPoints } from '../src/api-report.js'

it.each(entryPoints())(
  '$name exports what its report says',
  (entryPoint) => {
    const isSame = checkApiReport(entryPoint, false)
    expect(isSame, 'The types that users see have changed. Run `pnpm api` and commit what it writes.').toBe(true)
  },
  60_000,
)
