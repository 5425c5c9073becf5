import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Creates a folder for one test with these files. Values that are not strings are written as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) write(folder, name, content)
  return folder
}

export function write(folder: string, name: string, content: unknown): void {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
}

/** Creates the manifest of a skill with these locales and permissions. */
export function manifest(locales: readonly string[], scopes: readonly string[] = [], more: object = {}): object {
  return {
    manifest: {
      publishingInformation: { locales: Object.fromEntries(locales.map((locale) => [locale, { name: 'Pizza' }])) },
      permissions: scopes.map((name) => ({ name })),
      ...more,
    },
  }
}
