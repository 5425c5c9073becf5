import { readFileSync } from 'node:fs'
import { defineConfig, type UserConfig } from 'tsdown'

/**
 * Every published package is built by this one file, run in the package's own folder: each entry of `exports` in its
 * package.json is one source file (`.` is `src/index.ts`, `./testing` is `src/testing.ts`), built to ESM and CJS.
 */
const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string
  exports: Record<string, unknown>
}
const entry = Object.keys(exports)
  .filter((subpath) => subpath !== './package.json')
  .map((subpath) => (subpath === '.' ? 'src/index.ts' : `src/${subpath.slice(2)}.ts`))

const common: UserConfig = {
  cwd: process.cwd(),
  format: ['esm', 'cjs'],
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  fixedExtension: false,
  clean: true,
}

/**
 * What Lambda loads at a cold start is one file for each entry, because every further file costs about half a
 * millisecond; what entries share, they repeat. Their types are shared, so that they are the same types.
 */
const oneFileAnEntry = ['@alexa-profile/core', '@alexa-profile/jovo'].includes(name)

/**
 * jest evaluates CommonJS in a context without `import()`, and there people run the emulator. The command line loads ES
 * modules with it and stays as it is.
 */
const outputOptions: UserConfig['outputOptions'] =
  name === '@alexa-profile/emulator'
    ? {
        dynamicImportInCjs: false,
        // Otherwise index.js has the runtime, and mailbox.js loads all of index.js for it, in a circle.
        codeSplitting: { groups: [{ name: 'runtime', test: /rolldown\/runtime/ }] },
      }
    : { dynamicImportInCjs: true }

/** tsdown can leave out the code of an ESM build, but not of a CommonJS one. */
const typesOnly: UserConfig['plugins'] = {
  name: 'types-only',
  generateBundle(_options, bundle) {
    for (const file of Object.keys(bundle)) if (!/\.d\.m?ts$/.test(file)) delete bundle[file]
  },
}

/** One character that is not Latin, and V8 keeps and scans the whole file at two bytes a character. */
const ascii: UserConfig['plugins'] = {
  name: 'ascii',
  generateBundle(_options, bundle) {
    for (const output of Object.values(bundle)) if (output.type === 'chunk') output.code = escaped(output.code)
  },
}

function escaped(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * The SDK that serves coding agents, in one file with the tools of the command line. Once and minified: it is 14 MB as it is
 * installed, and only one command loads it.
 */
const toolServer: UserConfig = {
  ...common,
  entry: { 'mcp-server': 'src/mcp/tool-server.ts' },
  format: ['esm'],
  sourcemap: false,
  minify: true,
  dts: false,
}

export default defineConfig(
  oneFileAnEntry
    ? [
        { ...common, entry, dts: true, sourcemap: false, plugins: typesOnly },
        ...entry.map((file) => ({ ...common, entry: file, dts: false, plugins: ascii })),
      ]
    : [{ ...common, entry, dts: true, outputOptions }, ...(name === '@alexa-profile/cli' ? [toolServer] : [])],
)
