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
  2  could not run: no such path, no source file, uncommitted changes
`

/** The command `alexa-profile migrate`. Calls `done` with the exit code. */
export function migrateCommand(host: CliHost, done: (exitCode: number) => void): Command {
  return new Command('migrate')
    .summary("find how an existing skill reads the customer's profile, and what to write instead")
    .description(
      "Finds where a skill reads the profile or the device's settings: with ask-sdk's service clients, with Jovo, or with its own " +
        "requests. For each way, it says what breaks and what to write instead. It does not run the skill's code.",
    )
    .argument('[paths...]', 'files and folders (default: this folder)')
    .option('--json', 'print { "reads": [...], "edits": [...], "byHand": [...], … } for programs')
    .option('--write', 'make the safe edits: the API client and the Lambda handler at the skill builder')
    .option('--force', 'edit files that have changes, or that git does not track')
    .addHelpText('after', examples)
    .action(async (paths: string[], { json, write = false, force = false }: MigrateFlags) => {
      const [{ migrate }, { migrationReport }] = await Promise.all([
        import('./migrate/migrate.js'), // loaded here, because no other command needs the parser
        import('./migrate/migration-report.js'),
      ])
      const migration = migrate({ paths: paths.length > 0 ? paths : ['.'], folder: host.cwd(), write, force })
      host.stdout.write(json ? `${JSON.stringify(migration, null, 2)}\n` : migrationReport(migration, host.stdout))
      const { reads, edits, byHand } = migration
      done(reads.length + edits.length + byHand.length === 0 ? 0 : 1)
    })
}
