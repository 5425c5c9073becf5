import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCreate } from '../src/cli.js'
import { ownVersion } from '../src/own-version.js'
import { templates } from '../src/templates.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/create-`)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Press {
  /** Waits until the terminal shows this. */
  readonly after: string
  readonly keys: string
}

/** Runs the command and returns its output; with `presses`, on a terminal. */
async function create(
  args: string[],
  { presses, packageManager }: { presses?: readonly Press[]; packageManager?: string } = {},
) {
  const input = Object.assign(new PassThrough(), { isTTY: presses !== undefined, setRawMode: () => input })
  const shown = { output: '', errors: '' }
  const [output, errors] = (['output', 'errors'] as const).map((name) =>
    new PassThrough().on('data', (chunk) => {
      shown[name] += chunk
    }),
  ) as [PassThrough, PassThrough]
  const running = runCreate(args, { input, output, errors, folder, packageManager })
  for (const { after, keys } of presses ?? []) {
    await expect.poll(() => shown.output).toContain(after)
    for (const key of keys) input.write(key)
  }
  return { exitCode: await running, said: shown.output, complained: shown.errors }
}

const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))

describe.each(templates())('$framework', ({ framework, description, folder: template }) => {
  it('becomes a project whose dependencies npm can install', async () => {
    expect(await create(['my-skill', '--framework', framework])).toMatchObject({ exitCode: 0, complained: '' })
    const manifest = read('my-skill/package.json')
    expect(manifest).toMatchObject({ name: 'my-skill', private: true, description })
    const ranges = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies })
    for (const [name, range] of ranges) expect(range, name).toMatch(/^\^?\d+\.\d+\.\d+/)
    const ours = ranges.filter(([name]) => name.startsWith('@alexa-profile/'))
    expect(new Set(ours.map(([, range]) => range))).toEqual(new Set([`^${ownVersion()}`]))
    expect(ours.length).toBeGreaterThan(1)
  })

  it('has its sources, its tests and its skill package, without build output', async () => {
    await create(['my-skill', '--framework', framework])
    for (const file of ['src/index.ts', 'test', 'skill-package/skill.json', 'README.md', 'tsconfig.json']) {
      expect(existsSync(`${folder}/my-skill/${file}`), file).toBe(true)
    }
    for (const file of ['dist', 'node_modules', '_gitignore']) {
      expect(existsSync(`${folder}/my-skill/${file}`), file).toBe(false)
    }
    expect(readFileSync(`${folder}/my-skill/.gitignore`, 'utf8')).toContain('node_modules/\ndist/\n')
  })

  it('has instructions for coding agents', async () => {
    await create(['my-skill', '--framework', framework])
    for (const agent of ['.claude', '.agents']) {
      const skill = `${folder}/my-skill/${agent}/skills/alexa-profile`
      expect(readFileSync(`${skill}/SKILL.md`, 'utf8')).toContain('name: alexa-profile\n')
      expect(existsSync(`${skill}/references/${framework}.md`), framework).toBe(true)
    }
  })

  it('has a README that says how to run it outside of the repository', () => {
    const readme = readFileSync(`${template}/README.md`, 'utf8')
    expect(readme).toContain(`npm create @alexa-profile@latest my-skill -- --framework ${framework}`)
    expect(readme).not.toMatch(/pnpm@10|workspace:|catalog:/)
  })
})

it('prints the next steps for the package manager that runs it', async () => {
  const { said } = await create(['my-skill', '--framework', 'ask-sdk'], { packageManager: 'pnpm' })
  expect(said).toBe('Created. Next:\n\n  cd my-skill\n  pnpm install\n  pnpm test\n  pnpm run dev\n\n')
})

it('asks for the missing answers', async () => {
  const { exitCode, said } = await create([], {
    presses: [
      { after: 'Which folder?', keys: 'mine\r' },
      { after: 'Which framework?', keys: '\r' },
      { after: 'Install its dependencies?', keys: 'n' },
    ],
  })
  expect(exitCode).toBe(0)
  expect(said).toContain('(ask-sdk-core and @alexa-profile/ask-sdk)')
  expect(said).toContain('cd mine')
  expect(read('mine/package.json').dependencies).toHaveProperty('@alexa-profile/ask-sdk')
})

it('asks again immediately if the folder cannot be used', async () => {
  mkdirSync(`${folder}/mine/src`, { recursive: true })
  const { exitCode, said } = await create(['--framework', 'jovo', '--no-install'], {
    presses: [
      { after: 'Which folder?', keys: 'mine\r' },
      { after: 'is not empty', keys: '2\r' },
    ],
  })
  expect(exitCode).toBe(0)
  expect(said).toContain('cd mine2')
  expect(readdirSync(`${folder}/mine`)).toEqual(['src'])
})

it('asks nothing if the given folder cannot be used', async () => {
  writeFileSync(`${folder}/mine`, 'a file')
  const { exitCode, said, complained } = await create(['mine'], { presses: [] })
  expect([exitCode, said]).toEqual([2, ''])
  expect(complained).toContain('mine is not a readable folder. Choose a new folder.')
})

it.each(['an empty folder', 'nowhere', 'itself'])('rejects a symbolic link to %s', async (to) => {
  const target = { 'an empty folder': 'empty', nowhere: 'nowhere', itself: 'my-skill' }[to] ?? ''
  mkdirSync(`${folder}/empty`)
  symlinkSync(`${folder}/${target}`, `${folder}/my-skill`)
  const { exitCode, complained } = await create(['my-skill', '--framework', 'jovo'])
  expect(exitCode).toBe(2)
  expect(complained).toBe(
    `${folder}/my-skill is a symbolic link. Choose a new folder, or the folder to which the link points.\n`,
  )
  expect(readdirSync(`${folder}/empty`)).toEqual([])
  expect(await create(['empty', '--framework', 'jovo'])).toMatchObject({ exitCode: 0 })
})

it('says why the folder cannot be written', async () => {
  writeFileSync(`${folder}/mine`, 'a file')
  const { exitCode, complained } = await create(['mine/skill', '--framework', 'jovo'])
  expect(exitCode).toBe(2)
  expect(complained).toMatch(/mine\/skill cannot be written: ENOTDIR/)
})

it('creates nothing if the user cancels', async () => {
  const { exitCode, said } = await create(['my-skill'], { presses: [{ after: 'Which framework?', keys: '\x03' }] })
  expect(exitCode).toBe(1)
  expect(said).toContain('Nothing was created.')
  expect(existsSync(`${folder}/my-skill`)).toBe(false)
})

it('lists the frameworks if there is no terminal', async () => {
  const { exitCode, complained } = await create(['my-skill'])
  expect(exitCode).toBe(2)
  expect(complained).toContain('npm create @alexa-profile@latest -- my-skill --framework ask-sdk|jovo|jovo-v3')
})

it('accepts the framework as an argument, which is all that npm passes on without "--"', async () => {
  expect(await create(['my-skill', 'jovo-v3'])).toMatchObject({ exitCode: 0, complained: '' })
  expect(read('my-skill/package.json').dependencies).toHaveProperty('jovo-framework')
})

it('lists the known frameworks if the framework is unknown', async () => {
  const { exitCode, complained } = await create(['my-skill', '--framework', 'rails'])
  expect(exitCode).toBe(2)
  expect(complained).toContain('Unknown framework "rails". Known frameworks: ask-sdk, jovo')
})

it('rejects a folder that is not empty, and accepts one with only a .git', async () => {
  mkdirSync(`${folder}/my-skill/.git`, { recursive: true })
  expect(await create(['my-skill', '--framework', 'jovo'])).toMatchObject({ exitCode: 0 })
  writeFileSync(`${folder}/my-skill/mine.txt`, 'mine')
  const again = await create(['my-skill', '--framework', 'ask-sdk'])
  expect(again).toMatchObject({
    exitCode: 2,
    complained: expect.stringContaining('is not empty. Choose a new folder.'),
  })
  expect(read('my-skill/package.json').dependencies).toHaveProperty('@alexa-profile/jovo')
})

it('rejects a folder whose name cannot be the name of a package', async () => {
  const { exitCode, complained } = await create(['My Skill', '--framework', 'jovo'])
  expect(exitCode).toBe(2)
  expect(complained).toContain('"My Skill" cannot be the name of a package')
  expect(existsSync(`${folder}/My Skill`)).toBe(false)
})

it('says that the dependencies could not be installed, and keeps the skill', async () => {
  const args = ['my-skill', '--framework', 'ask-sdk', '--install']
  const { exitCode, complained } = await create(args, { packageManager: 'no-such-manager' })
  expect(exitCode).toBe(2)
  expect(complained).toContain('The skill was created, but "no-such-manager install" failed.')
  expect(existsSync(`${folder}/my-skill/package.json`)).toBe(true)
})

it('shows its version', async () => {
  expect(await create(['--version'])).toMatchObject({ exitCode: 0, said: `${ownVersion()}\n` })
})
