import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { publishedPackages, repositoryRoot } from '../repository.js'
import type { Result } from './results.js'

/** The results of consumers in earlier runs with the same packages and the same checks. */
export interface Journal {
  read(consumer: string): readonly Result[] | undefined
  write(consumer: string, results: readonly Result[]): void
}

/** Opens the journal, a file in `folder`. If a package or a check has changed, a new journal begins. */
export function openJournal(folder = `${repositoryRoot}/node_modules/.cache/alexa-profile-consumers`): Journal {
  const file = `${folder}/${fingerprint()}.json`
  const noted: Record<string, readonly Result[]> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return {
    read: (consumer) => noted[consumer],
    write(consumer, results) {
      noted[consumer] = results
      mkdirSync(folder, { recursive: true })
      writeFileSync(file, JSON.stringify(noted))
    },
  }
}

function fingerprint(): string {
  const packed = publishedPackages().flatMap(({ folder }) => [`${folder}/package.json`, ...filesIn(`${folder}/dist`)])
  const checks = ['packages/release/src', 'packages/release/consumers'].flatMap(filesIn)
  const hash = createHash('sha256')
  for (const file of [...packed, ...checks]) hash.update(file).update(readFileSync(`${repositoryRoot}/${file}`))
  return hash.digest('hex').slice(0, 16)
}

function filesIn(folder: string): string[] {
  return readdirSync(`${repositoryRoot}/${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(repositoryRoot.length))
    .sort()
}
