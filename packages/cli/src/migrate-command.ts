import { Command } from 'commander'
import type { CliHost } from './cli-host.js'

interface MigrateFlags {
  readonly json?: boolean
  readonly write?: boolean
  readonly force?: boolean
}

const examples = `
Examples:
  $ alexa-profile migrate
  $ alexa-profile migrate lambda --json
  $ alexa-profile migrate lambda/index.js --write

Exit codes:
  0  nothing was found
  1  reads, edits or changes by hand were found
  2  could not run: no such path, no source file, changes that are not committed
`

/** `alexa-profile migrate`; `done` gets the exit code. */
export function migrateCommand(host: CliHost, done: (exitCode: number) => void): Command {
  return new Command('migrate')
    .summary('find how an existing skill reads its customer, and what to write instead')
    .description(
      "Finds where a skill reads the profile or the device's settings: by ask-sdk's service clients, by Jovo, or by requests of " +
        'its own. For each way it says what breaks and what to write instead. It runs nothing of the skill.',
    )
    .argument('[paths...]', 'files and folders (default: this folder)')
    .option('--json', 'print { "reads": [...], "edits": [...], "byHand": [...], … } for programs')
    .option('--write', 'make the two edits at the skill builder that are safe')
    .option('--force', 'edit files that have changes, or that git does not track')
    .addHelpText('after', examples)
    .action(async (paths: string[], { json, write = false, force = false }: MigrateFlags) => {
      const [{ migrate }, { migrationReport }] = await Promise.all([
        import('./migrate/migrate.js'), // only now: it brings a parser
        import('./migrate/migration-report.js'),
      ])
      const migration = migrate({ paths: paths.length > 0 ? paths : ['.'], folder: host.cwd(), write, force })
      host.stdout.write(json ? `${JSON.stringify(migration, null, 2)}\n` : migrationReport(migration, host.stdout))
      const { reads, edits, byHand } = migration
      done(reads.length + edits.length + byHand.length === 0 ? 0 : 1)
    })
}
