import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { readEvents } from './event-reader.js'
import type { StartedConsole } from './started-console.js'

/** The source of the exported test. */
export async function exported({ url }: StartedConsole): Promise<string> {
  const response = await fetch(new URL('/console/exported.test.ts', url))
  expect(response.headers.get('content-disposition')).toContain('conversation.test.ts')
  return response.text()
}

export async function latestCard({ url }: StartedConsole): Promise<number> {
  const { state } = await (await readEvents(url)).snapshot()
  return state.customer.cards.at(-1)?.id ?? 0
}

/** Creates a folder for one test with these files, in which packages are found. */
export async function project(files: Record<string, string> = {}): Promise<string> {
  const folder = await mkdtemp(fileURLToPath(new URL('../node_modules/.exported-', import.meta.url)))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries({ ...files, 'vitest.config.mjs': 'export default {}' })) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}
