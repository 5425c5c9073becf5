import { readFile } from 'node:fs/promises'

/** What a package's changelog says of a version: the text of its GitHub release. `undefined` when it says nothing. */
export async function changesOf(packageFolder: string, version: string): Promise<string | undefined> {
  const changelog = await readFile(`${packageFolder}/CHANGELOG.md`, 'utf8')
  const [, section = ''] = changelog.split(`\n## ${version}\n`)
  return section.split('\n## ')[0]?.trim() || undefined
}
