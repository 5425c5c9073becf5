import { readFile } from 'node:fs/promises'

/** A package's changelog for a version: the text of its GitHub release. `undefined` if the version is not in the changelog. */
export async function changesOf(packageFolder: string, version: string): Promise<string | undefined> {
  const changelog = await readFile(`${packageFolder}/CHANGELOG.md`, 'utf8')
  const [, section = ''] = changelog.split(`\n## ${version}\n`)
  return section.split('\n## ')[0]?.trim() || undefined
}
