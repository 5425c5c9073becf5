import { deepStrictEqual, ok } from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { changesOf } from './changelog.js'
import { usualRegistry } from './consumers/package-managers.js'
import { startLocalRegistry } from './local-registry.js'
import { print } from './print.js'
import { viewPackage } from './registry-view.js'
import { createReleaseCopy } from './release-copy.js'
import { commonVersion } from './repository.js'
import { run } from './run.js'

/**
 * `pnpm release rehearse`: plays a whole release with the real scripts, in a copy of the working tree and against a registry on
 * this machine: the version pull request, publishing, tags, the texts of the GitHub releases, publishing again, and a snapshot.
 * Nothing leaves this machine, and no files remain.
 */
const folder = await mkdtemp(`${tmpdir()}/alexa-profile-release-`)
const registry = await startLocalRegistry(`${folder}/registry`)
try {
  const copy = await createReleaseCopy(`${folder}/release`)
  const names = copy.packages().map(({ manifest }) => manifest.name)

  await step(
    'The version pull request: one version for all packages, a changelog for each, an up-to-date lockfile',
    async () => {
      await copy.addChangeset('a-change')
      await copy.pnpm('release', 'version')
      const version = commonVersion(copy.packages())
      for (const each of copy.packages()) ok(await changesOf(`${copy.folder}/${each.folder}`, version))
      await copy.pnpm('install', '--frozen-lockfile', '--lockfile-only')
      await copy.git('add', '--all')
      await copy.git('commit', '--quiet', '--message', 'Version packages')
      return `${(await copy.git('diff', '--name-only', 'HEAD~1')).trim().split('\n').length} files`
    },
  )
  const version = commonVersion(copy.packages())

  let said = ''
  await step(`Publishing ${version}: every package, built and checked, under the tag "latest"`, async () => {
    said = await copy.pnpmTo(registry, 'release', 'publish')
    for (const name of names) deepStrictEqual((await viewPackage(registry, name)).tags, { latest: version })
    return names.map((name) => name.replace('@alexa-profile/', '')).join(', ')
  })

  await step(
    'The published files: version ranges that npm supports, the README and the license, but no sources',
    async () => {
      let files = 0
      for (const name of names) {
        const { versions } = await viewPackage(registry, name)
        const manifest = versions[version]
        ok(manifest)
        const ranges = [manifest.dependencies, manifest.peerDependencies].flatMap((each) => Object.entries(each ?? {}))
        for (const [dependency, range] of ranges) {
          ok(!/^(workspace|catalog|link|file):/.test(range), `${name} depends on ${dependency} ${range}`)
          if (names.includes(dependency)) deepStrictEqual([dependency, range], [dependency, version])
        }
        const packed = await filesIn(manifest.dist.tarball)
        for (const file of ['README.md', 'LICENSE', 'package.json']) ok(packed.includes(file), `${name} has no ${file}`)
        for (const file of packed) ok(!/^(src|test|api)\/|\.tsbuildinfo$/.test(file), `${name} has ${file}`)
        files += packed.length
      }
      return `${files} files`
    },
  )

  await step('Tags, and the text of each GitHub release', async () => {
    const tags = (await copy.git('tag', '--points-at', 'HEAD')).trim().split('\n')
    deepStrictEqual(tags.sort(), names.map((name) => `${name}@${version}`).sort())
    for (const each of copy.packages()) ok(await changesOf(`${copy.folder}/${each.folder}`, version))
    // changesets/action reads these lines to create releases
    for (const tag of tags) ok(said.includes(`New tag:  ${tag}\n`), `"New tag: ${tag}" was not printed`)
    return `${tags.length} tags`
  })

  await step('Publishing again succeeds and publishes nothing', async () => {
    await copy.pnpmTo(registry, 'release', 'publish')
    for (const name of names) deepStrictEqual(Object.keys((await viewPackage(registry, name)).versions), [version])
  })

  await step('A snapshot of the next change gets its own tag, and "latest" does not move', async () => {
    await copy.addChangeset('another-change')
    await copy.pnpmTo(registry, 'release', 'snapshot')
    const tags = await Promise.all(names.map(async (name) => (await viewPackage(registry, name)).tags))
    deepStrictEqual(new Set(tags.map(({ latest }) => latest)), new Set([version]))
    const [snapshot = ''] = new Set(tags.map((each) => each.canary))
    deepStrictEqual(new Set(tags.map((each) => each.canary)).size, 1)
    ok(snapshot.startsWith('0.0.0-canary-'), snapshot)
    return snapshot
  })

  await step('Installing both with npm', async () => {
    await writeFile(`${folder}/.npmrc`, `registry=${await usualRegistry()}\n@alexa-profile:registry=${registry.url}\n`)
    await writeFile(`${folder}/package.json`, '{ "private": true }')
    for (const tag of ['latest', 'canary']) {
      await run('npm', ['install', '--no-audit', '--no-fund', `@alexa-profile/cli@${tag}`], { cwd: folder })
      const said = await run('npx', ['alexa-profile', '--version'], { cwd: folder })
      const { tags } = await viewPackage(registry, '@alexa-profile/cli')
      deepStrictEqual(said.trim(), tags[tag])
    }
  })
} finally {
  await registry.close()
  await rm(folder, { recursive: true, force: true })
}
print('The rehearsal passed.')

/** Runs one step, and ends the rehearsal if it fails. */
async function step(title: string, work: () => Promise<string | undefined>): Promise<void> {
  const found = await work().catch((error: unknown) => {
    throw new Error(`Failed: ${title}`, { cause: error })
  })
  print(`ok  ${title}${found ? ` (${found})` : ''}`)
}

async function filesIn(tarball: string): Promise<string[]> {
  const file = `${folder}/package.tgz`
  await writeFile(file, Buffer.from(await (await fetch(tarball)).arrayBuffer()))
  const listed = await run('tar', ['-tzf', file], { cwd: folder })
  return listed
    .trim()
    .split('\n')
    .map((path) => path.replace(/^package\//, ''))
}
