import { checkApiReport, entryPoints } from './api-report.js'
import { print } from './print.js'

/** `pnpm api`: writes a report of each package's exports to its folder `api/`. A test compares the reports. */
for (const entryPoint of entryPoints()) {
  const isSame = checkApiReport(entryPoint, true)
  print(`${isSame ? 'unchanged' : 'written  '} ${entryPoint.name}`)
}
