import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const maximumFiles = 1000

/** Returns `conversation.test.ts`, or the first of `conversation-2.test.ts` and so on that does not exist. */
export function freeTestFile(folder: string): string {
  for (let number = 1; number < maximumFiles; number += 1) {
    const file = join(folder, number === 1 ? 'conversation.test.ts' : `conversation-${number}.test.ts`)
    if (!existsSync(file)) return file
  }
  return join(folder, `conversation-${Date.now()}.test.ts`)
}

/** Writes a new file, and never overwrites a file. */
export async function writeTestFile(folder: string, source: string): Promise<string> {
  const file = freeTestFile(folder)
  await mkdir(folder, { recursive: true })
  await writeFile(file, source, { flag: 'wx' })
  return file
}
