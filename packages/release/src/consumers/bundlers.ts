import { writeFile } from 'node:fs/promises'
import { run } from '../run.js'
import type { Format } from './program.js'

export interface Bundler {
  readonly name: string
  readonly dependencies: Readonly<Record<string, string>>
  /** A script that bundles `skill.mjs` or `skill.cjs` of its folder to one file, with the settings that users try first. */
  readonly script: (bundle: Bundle) => string
  /** Whether `--quick` also checks it. */
  readonly quick?: boolean
}

interface Bundle {
  readonly input: string
  readonly output: string
  readonly format: Format
  /** Modules that are loaded only when they are needed, because they may be missing. */
  readonly external: readonly string[]
  readonly mainFields: readonly string[] | undefined
}

/** CommonJS inside an ES module needs `require`, which has to be created there. */
const makeRequire =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"

const write = (value: unknown) => JSON.stringify(value)

export const bundlers: readonly Bundler[] = [
  {
    name: 'esbuild',
    dependencies: { esbuild: '0.28.2' },
    quick: true,
    script: ({ input, output, format, external }) => `
      const { build } = tool('esbuild')
      await build({ entryPoints: [${write(input)}], outfile: ${write(output)}, external: ${write(external)}, bundle: true,
        platform: 'node', format: ${write(format === 'mjs' ? 'esm' : 'cjs')}, minify: true, keepNames: true,
        banner: ${write(format === 'mjs' ? { js: makeRequire } : {})}, logLevel: 'error' })`,
  },
  {
    name: 'rollup',
    dependencies: {
      rollup: '4.68.8',
      '@rollup/plugin-commonjs': '29.0.3',
      '@rollup/plugin-json': '6.1.0',
      '@rollup/plugin-node-resolve': '16.0.3',
    },
    script: ({ input, output, format, external, mainFields }) => `
      const { rollup } = tool('rollup')
      const plugin = (name, options) => tool('@rollup/plugin-' + name).default(options)
      const bundle = await rollup({ input: ${write(input)}, external: ${write(external)},
        plugins: [plugin('node-resolve', ${write({ preferBuiltins: true, exportConditions: ['node'], mainFields })}),
          plugin('commonjs', { ignore: ${write(external)} }), plugin('json')],
        onwarn() {} })
      await bundle.write({ file: ${write(output)}, format: ${write(format === 'mjs' ? 'es' : 'cjs')},
        inlineDynamicImports: true, banner: ${write(format === 'mjs' ? makeRequire : '')} })`,
  },
  {
    name: 'webpack',
    dependencies: { webpack: '5.112.2' },
    script: ({ input, output, format, external, mainFields }) => `
      const webpack = tool('webpack')
      const { dirname, basename, resolve } = await import('node:path')
      const isModule = ${format === 'mjs'}
      const stats = await new Promise((done, fail) => webpack({ mode: 'production', target: 'node20', entry: resolve(${write(input)}),
        externals: ${write(external)}, externalsType: isModule ? 'node-commonjs' : 'commonjs', experiments: { outputModule: isModule },
        optimization: { minimize: false }, resolve: ${write({ mainFields })},
        module: { parser: { javascript: { createRequire: false } } }, // the programs use Node's own
        output: { path: resolve(dirname(${write(output)})), filename: basename(${write(output)}), library: { type: isModule ? 'module' : 'commonjs2' } } },
        (error, result) => error ? fail(error) : done(result)))
      if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }))`,
  },
]

/** Bundles a consumer's skill in its folder, with tools that are installed in another folder. */
export async function bundle(folder: string, tools: string, bundler: Bundler, made: Bundle): Promise<void> {
  const script = `bundle-${bundler.name}-${made.format}.mjs`
  const head = `import { createRequire } from 'node:module'\nconst tool = createRequire(${write(`${tools}/index.js`)})\n`
  await writeFile(`${folder}/${script}`, head + bundler.script(made))
  await run('node', [script], { cwd: folder })
}
