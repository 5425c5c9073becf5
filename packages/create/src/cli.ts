import { spawn } from 'node:child_process'
import { relative, resolve } from 'node:path'
import { Command, CommanderError } from 'commander'
import { ask } from './ask.js'
import { CannotCreate } from './cannot-create.js'
import type { CreateHost } from './create-host.js'
import { createSkill, folderProblem } from './create-skill.js'
import { ownVersion } from './own-version.js'
import { templates } from './templates.js'

interface Flags {
  readonly framework?: string
  readonly install?: boolean
}

/**
 * Runs `npm create @alexa-profile`. On a terminal, asks for the answers that the arguments do not give. Never rejects and never
 * ends the process.
 *
 * @returns the exit code: 0 created, 1 cancelled by the user, 2 could not create (stderr says why)
 */
export async function runCreate(args: readonly string[], host: CreateHost): Promise<number> {
  const available = templates()
  const version = ownVersion()
  const frameworks = available.map(({ framework }) => framework)
  const manager = host.packageManager ?? 'npm'
  const usage = `${manager} create @alexa-profile${manager === 'npm' ? '@latest --' : ''}`
  const program = new Command(usage)
    .description('Creates an Alexa skill that reads the name, email address and mobile number of its customers.')
    .argument('[folder]', 'a new folder; its name becomes the package name')
    .argument('[framework]', frameworks.join(', '))
    .option('--framework <name>', 'the framework, instead of the second argument')
    .option('--install', 'install the dependencies')
    .option('--no-install', 'do not install the dependencies')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => host.output.write(text), writeErr: (text) => host.errors.write(text) })
  try {
    program.parse(args, { from: 'user' })
    // without "--", npm removes "--framework" and keeps its value
    const given = { folder: program.args[0], framework: program.args[1], ...program.opts<Flags>() }
    if (given.framework !== undefined && !frameworks.includes(given.framework)) {
      throw new CannotCreate(`Unknown framework "${given.framework}". Known frameworks: ${frameworks.join(', ')}.`)
    }
    const target = (folder: string) => resolve(host.folder, folder)
    const problem = given.folder === undefined ? undefined : folderProblem(target(given.folder))
    if (problem !== undefined) throw new CannotCreate(problem)

    const answers = host.input.isTTY
      ? await ask(given, available, (folder) => folderProblem(target(folder)), host)
      : given
    if (answers === undefined) return 1
    const template = available.find(({ framework }) => framework === answers.framework)
    if (answers.folder === undefined || template === undefined) {
      throw new CannotCreate(
        `The folder or framework is missing. Run: ${usage} my-skill --framework ${frameworks.join('|')}`,
      )
    }
    const folder = target(answers.folder)
    await createSkill(template, folder, version)

    if (answers.install) await install(manager, folder, host)
    const steps = [`cd ${relative(host.folder, folder) || '.'}`, ...(answers.install ? [] : [`${manager} install`])]
    host.output.write(
      `Created. Next:\n\n${[...steps, `${manager} test`, `${manager} run dev`].map((step) => `  ${step}\n`).join('')}\n`,
    )
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const why =
      error instanceof CannotCreate
        ? error.message
        : `This is a bug in @alexa-profile/create. Please report it. ${error}`
    host.errors.write(`${why}\n`)
    return 2
  }
}

function install(manager: string, cwd: string, host: CreateHost): Promise<void> {
  return new Promise((done, reject) => {
    const child = spawn(manager, ['install'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    child.stdout.pipe(host.output, { end: false })
    child.stderr.pipe(host.errors, { end: false })
    const failed = `The skill was created, but "${manager} install" failed. Run it again in the new folder.`
    child.once('error', () => reject(new CannotCreate(failed)))
    child.once('close', (code) => (code === 0 ? done() : reject(new CannotCreate(failed))))
  })
}
