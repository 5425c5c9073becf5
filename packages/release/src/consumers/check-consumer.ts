import { copyFile, mkdir } from 'node:fs/promises'
import { run } from '../run.js'
import { bundle } from './bundlers.js'
import type { Consumer } from './consumer-list.js'
import { installFresh, npm } from './package-managers.js'
import { formats, programFiles, writeJavaScript, writeTypeScript } from './program.js'
import type { Results } from './results.js'
import type { Tools } from './tools.js'
import { checkTypes, sourceKinds } from './typescripts.js'

/**
 * Runs all checks of one consumer, below `folder`. Never rejects: failures are in the results.
 *
 * @param version of our published packages
 */
export async function checkConsumer(
  consumer: Consumer,
  version: string,
  folder: string,
  tools: Tools,
  results: Results,
): Promise<void> {
  const ours = consumer.packages.map((name) => [`@alexa-profile/${name}`, version])
  const dependencies = { ...Object.fromEntries(ours), ...consumer.dependencies }
  const check = async (column: string, detail: string, work: () => Promise<unknown>) => {
    const what = `${column} ${detail}`
    const reason = reasonAgainst(consumer, what)
    if (reason === undefined) return results.check({ consumer: consumer.name, column, what }, work)
    results.leaveOut({ consumer: consumer.name, column, what }, reason)
    return false
  }

  for (const manager of tools.managers) {
    const fresh = `${folder}/${manager.name.replace(' ', '-')}`
    const isInstalled = await check(manager.name, 'install', async () => {
      await installFresh(fresh, manager, dependencies, tools.registries, consumer.resolutions)
      await writeJavaScript(consumer, fresh)
    })
    if (!isInstalled) continue
    const [command = '', ...args] = manager.node
    for (const format of formats) {
      await check(manager.name, format, () => run(command, [...args, `talk.${format}`], { cwd: fresh }))
    }
    if (manager === npm) await checkInstalled(fresh)
  }

  async function checkInstalled(installed: string): Promise<void> {
    for (const { name, executable } of tools.nodes) {
      for (const format of formats) {
        await check(name, format, () => run(executable, [`talk.${format}`], { cwd: installed }))
      }
    }
    const [entry, ...beside] = programFiles(consumer).sort() // skill before talk
    for (const bundler of tools.bundlers) {
      for (const format of formats) {
        await check(bundler.name, format, async () => {
          const output = `${installed}/bundled/${bundler.name}-${format}`
          await mkdir(output, { recursive: true })
          const made = { input: `./${entry}.${format}`, output: `${output}/${entry}.${format}`, format }
          const { external = [], mainFields } = consumer
          await bundle(installed, tools.bundlerFolder, bundler, { ...made, external, mainFields })
          for (const name of beside) await copyFile(`${installed}/${name}.${format}`, `${output}/${name}.${format}`)
          await run('node', [`${output}/talk.${format}`], { cwd: installed })
        })
      }
    }
    await writeTypeScript(consumer, installed)
    for (const typescript of tools.typescripts) {
      const column = `TS ${typescript.name}`
      for (const resolution of typescript.resolutions) {
        const kinds = sourceKinds(resolution)
        const isWhole = kinds.every((kind) => reasonAgainst(consumer, `${column} ${resolution} ${kind}`) === undefined)
        for (const group of isWhole ? [kinds] : kinds.map((kind) => [kind])) {
          const detail = isWhole ? resolution : `${resolution} ${group}`
          await check(column, detail, () => checkTypes(consumer, installed, typescript, resolution, group))
        }
      }
    }
  }
}

/** The reason why a check cannot run, by its name in the results. */
function reasonAgainst({ without = [] }: Consumer, check: string): string | undefined {
  return without.find(({ what }) => what.test(check))?.reason
}
