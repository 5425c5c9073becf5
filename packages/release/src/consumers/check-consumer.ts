import { copyFile, mkdir } from 'node:fs/promises'
import { run } from '../run.js'
import { type Bundler, bundle } from './bundlers.js'
import type { Consumer } from './consumer-list.js'
import { installFresh, npm, type PackageManager, type Registries } from './package-managers.js'
import { formats, programFiles, writeJavaScript, writeTypeScript } from './program.js'
import type { Results } from './results.js'
import { checkTypes, type TypeScript } from './typescripts.js'

/** What consumers are tried with, installed and ready. */
export interface Tools {
  readonly registries: Registries
  /** The version that our packages were published in. */
  readonly version: string
  readonly managers: readonly PackageManager[]
  readonly nodes: readonly { readonly name: string; readonly executable: string }[]
  readonly typescripts: readonly (TypeScript & { readonly folder: string })[]
  readonly bundlers: readonly Bundler[]
  /** The folder that the bundlers are installed in. */
  readonly bundlerFolder: string
}

/** Tries one consumer with everything, below `folder`. Never rejects: what went wrong is in the results. */
export async function checkConsumer(consumer: Consumer, folder: string, tools: Tools, results: Results): Promise<void> {
  const ours = consumer.packages.map((name) => [`@alexa-profile/${name}`, tools.version])
  const dependencies = { ...Object.fromEntries(ours), ...consumer.dependencies }
  const at = (column: string, detail = '') => ({ consumer: consumer.name, column, what: `${column} ${detail}`.trim() })
  const isPart = ({ name }: { readonly name: string }) => consumer.without?.[name] === undefined

  for (const manager of tools.managers.filter(isPart)) {
    const fresh = `${folder}/${manager.name.replace(' ', '-')}`
    const isInstalled = await results.check(at(manager.name, 'install'), async () => {
      await installFresh(fresh, manager, dependencies, tools.registries)
      await writeJavaScript(consumer, fresh)
    })
    if (!isInstalled) continue
    const [command = '', ...args] = manager.node
    for (const format of formats) {
      await results.check(at(manager.name, format), () => run(command, [...args, `talk.${format}`], { cwd: fresh }))
    }
    if (manager === npm) await checkInstalled(fresh)
  }

  async function checkInstalled(installed: string): Promise<void> {
    for (const { name, executable } of tools.nodes) {
      for (const format of formats) {
        await results.check(at(name, format), () => run(executable, [`talk.${format}`], { cwd: installed }))
      }
    }
    const [entry, ...beside] = programFiles(consumer).sort() // skill before talk
    for (const bundler of tools.bundlers.filter(isPart)) {
      for (const format of formats) {
        await results.check(at(bundler.name, format), async () => {
          const output = `${installed}/bundled/${bundler.name}-${format}`
          await mkdir(output, { recursive: true })
          const made = { input: `./${entry}.${format}`, output: `${output}/${entry}.${format}`, format }
          await bundle(installed, tools.bundlerFolder, bundler, { ...made, external: consumer.external ?? [] })
          for (const name of beside) await copyFile(`${installed}/${name}.${format}`, `${output}/${name}.${format}`)
          await run('node', [`${output}/talk.${format}`], { cwd: installed })
        })
      }
    }
    await writeTypeScript(consumer, installed)
    const readable = tools.typescripts.filter(({ name }) => Number(name) >= Number(consumer.since ?? 0))
    for (const typescript of readable) {
      for (const resolution of typescript.resolutions) {
        const check = () => checkTypes(consumer, installed, typescript, resolution)
        await results.check(at(`TS ${typescript.name}`, resolution), check)
      }
    }
  }
}
