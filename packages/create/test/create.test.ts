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
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runCreate } from '../src/cli.js'
import { ownVersion } from '../src/own-version.js'
import { templates } from '../src/templates.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/create-`)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Press {
  /** Waits for the terminal to show this. */
  readonly after: string
  readonly keys: string
}

/** Runs the command and gives what a user sees of it; with `presses`, on a terminal. */
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
    await vi.waitFor(() => expect(shown.output).toContain(after), 10_000)
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

  it('has its sources, its tests, its skill package and nothing that was built', async () => {
    await create(['my-skill', '--framework', framework])
    for (const file of ['src/index.ts', 'test', 'skill-package/skill.json', 'README.md', 'tsconfig.json']) {
      expect(existsSync(`${folder}/my-skill/${file}`), file).toBe(true)
    }
    for (const file of ['dist', 'node_modules', '_gitignore']) {
      expect(existsSync(`${folder}/my-skill/${file}`), file).toBe(false)
    }
    expect(readFileSync(`${folder}/my-skill/.gitignore`, 'utf8')).toContain('node_modules/\ndist/\n')
  })

  it('tells coding agents how to work on it', async () => {
    await create(['my-skill', '--framework', framework])
    for (const agent of ['.claude', '.agents']) {
      const skill = `${folder}/my-skill/${agent}/skills/alexa-profile`
      expect(readFileSync(`${skill}/SKILL.md`, 'utf8')).toContain('name: alexa-profile\n')
      expect(existsSync(`${skill}/references/${framework}.md`), framework).toBe(true)
    }
  })

  it('tells in its README how to run it, in words that hold where it stands', () => {
    const readme = readFileSync(`${template}/README.md`, 'utf8')
    expect(readme).toContain(`npm create @alexa-profile@latest my-skill -- --framework ${framework}`)
    expect(readme).not.toMatch(/pnpm@10|workspace:|catalog:/)
  })
})

it('says what to do next, with the package manager that called it', async () => {
  const { said } = await create(['my-skill', '--framework', 'ask-sdk'], { packageManager: 'pnpm' })
  expect(said).toBe('Created. Next:\n\n  cd my-skill\n  pnpm install\n  pnpm test\n  pnpm run dev\n\n')
})

it('asks for what was not said', async () => {
  const { exitCode, said } = await create([], {
    presses: [
      { after: 'Where?', keys: 'mine\r' },
      { after: 'On which framework?', keys: '\r' },
      { after: 'Install its dependencies?', keys: 'n' },
    ],
  })
  expect(exitCode).toBe(0)
  expect(said).toContain('(ask-sdk-core and @alexa-profile/ask-sdk)')
  expect(said).toContain('cd mine')
  expect(read('mine/package.json').dependencies).toHaveProperty('@alexa-profile/ask-sdk')
})

it('asks again at once where the folder cannot be taken', async () => {
  mkdirSync(`${folder}/mine/src`, { recursive: true })
  const { exitCode, said } = await create(['--framework', 'jovo', '--no-install'], {
    presses: [
      { after: 'Where?', keys: 'mine\r' },
      { after: 'is not empty', keys: '2\r' },
    ],
  })
  expect(exitCode).toBe(0)
  expect(said).toContain('cd mine2')
  expect(readdirSync(`${folder}/mine`)).toEqual(['src'])
})

it('asks nothing of somebody whose folder cannot be taken', async () => {
  writeFileSync(`${folder}/mine`, 'a file')
  const { exitCode, said, complained } = await create(['mine'], { presses: [] })
  expect([exitCode, said]).toEqual([2, ''])
  expect(complained).toContain('mine is no folder that can be read; choose a new one.')
})

it.each(['an empty folder', 'nowhere', 'itself'])(
  'leaves a symbolic link to %s alone, and says that it is one',
  async (to) => {
    const target = { 'an empty folder': 'empty', nowhere: 'nowhere', itself: 'my-skill' }[to] ?? ''
    mkdirSync(`${folder}/empty`)
    symlinkSync(`${folder}/${target}`, `${folder}/my-skill`)
    const { exitCode, complained } = await create(['my-skill', '--framework', 'jovo'])
    expect(exitCode).toBe(2)
    expect(complained).toBe(
      `${folder}/my-skill is a symbolic link. Choose a new folder, or the one that the link points to.\n`,
    )
    expect(readdirSync(`${folder}/empty`)).toEqual([])
    expect(await create(['empty', '--framework', 'jovo'])).toMatchObject({ exitCode: 0 })
  },
)

it('says what stood in the way of writing', async () => {
  writeFileSync(`${folder}/mine`, 'a file')
  const { exitCode, complained } = await create(['mine/skill', '--framework', 'jovo'])
  expect(exitCode).toBe(2)
  expect(complained).toMatch(/mine\/skill cannot be written: ENOTDIR/)
})

it('creates nothing for somebody who leaves', async () => {
  const { exitCode, said } = await create(['my-skill'], { presses: [{ after: 'On which framework?', keys: '\x03' }] })
  expect(exitCode).toBe(1)
  expect(said).toContain('Nothing was created.')
  expect(existsSync(`${folder}/my-skill`)).toBe(false)
})

it('lists the frameworks where there is no terminal to ask on', async () => {
  const { exitCode, complained } = await create(['my-skill'])
  expect(exitCode).toBe(2)
  expect(complained).toContain('npm create @alexa-profile@latest -- my-skill --framework ask-sdk|jovo|jovo-v3')
})

it('takes the framework as an argument, too, which is what npm leaves of an option without "--" before it', async () => {
  expect(await create(['my-skill', 'jovo-v3'])).toMatchObject({ exitCode: 0, complained: '' })
  expect(read('my-skill/package.json').dependencies).toHaveProperty('jovo-framework')
})

it('names the frameworks when it does not know the one that it was given', async () => {
  const { exitCode, complained } = await create(['my-skill', '--framework', 'rails'])
  expect(exitCode).toBe(2)
  expect(complained).toContain('There is no framework "rails"; choose ask-sdk, jovo')
})

it('leaves a folder alone that has something in it, and takes one with a .git', async () => {
  mkdirSync(`${folder}/my-skill/.git`, { recursive: true })
  expect(await create(['my-skill', '--framework', 'jovo'])).toMatchObject({ exitCode: 0 })
  writeFileSync(`${folder}/my-skill/mine.txt`, 'mine')
  const again = await create(['my-skill', '--framework', 'ask-sdk'])
  expect(again).toMatchObject({
    exitCode: 2,
    complained: expect.stringContaining('is not empty; choose a new folder.'),
  })
  expect(read('my-skill/package.json').dependencies).toHaveProperty('@alexa-profile/jovo')
})

it('refuses a folder whose name cannot be the name of a package', async () => {
  const { exitCode, complained } = await create(['My Skill', '--framework', 'jovo'])
  expect(exitCode).toBe(2)
  expect(complained).toContain('"My Skill" cannot be the name of a package')
  expect(existsSync(`${folder}/My Skill`)).toBe(false)
})

it('says so when the dependencies could not be installed, and leaves the skill there', async () => {
  const args = ['my-skill', '--framework', 'ask-sdk', '--install']
  const { exitCode, complained } = await create(args, { packageManager: 'no-such-manager' })
  expect(exitCode).toBe(2)
  expect(complained).toContain('The skill is there, but "no-such-manager install" in it failed')
  expect(existsSync(`${folder}/my-skill/package.json`)).toBe(true)
})

it('shows its version', async () => {
  expect(await create(['--version'])).toMatchObject({ exitCode: 0, said: `${ownVersion()}\n` })
})
