import { checkApiReport, entryPoints } from './api-report.js'
import { print } from './print.js'

/** `pnpm api`: writes the reports of what each package exports, in its folder `api/`. A test compares them. */
for (const entryPoint of entryPoints()) {
  const isSame = checkApiReport(entryPoint, true)
  print(`${isSame ? 'unchanged' : 'written  '} ${entryPoint.name}`)
}
