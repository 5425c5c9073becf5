import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import type { AdapterName } from './start-app.js'

const built = fileURLToPath(new URL('../../dist', import.meta.url))
const app = fileURLToPath(new URL('./built-app.cjs', import.meta.url))

/**
 * Returns what an app prints in its own process. The app requires the package as npm would install it next to the Nest
 * versions of a folder.
 */
export async function runBuiltApp(folder: string, adapter: AdapterName): Promise<{ stdout: string; stderr: string }> {
  const copy = mkdtempSync(`${folder}/node_modules/.built-`)
  onTestFinished(() => rmSync(copy, { recursive: true }))
  cpSync(built, copy, { recursive: true })
  return promisify(execFile)(process.execPath, [app, copy, adapter])
}
