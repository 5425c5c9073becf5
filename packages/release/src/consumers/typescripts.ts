import { writeFile } from 'node:fs/promises'
import { run } from '../run.js'
import type { Consumer } from './consumer-list.js'
import { programFiles } from './program.js'

/** How TypeScript finds a package: the names of its option `moduleResolution`. */
export type Resolution = 'node10' | 'node16' | 'nodenext' | 'bundler'

export interface TypeScript {
  /** The name in the table. */
  readonly name: string
  readonly version: string
  /** The version of Node's types for this TypeScript, which cannot parse later versions. */
  readonly nodeTypes: string
  readonly resolutions: readonly Resolution[]
  /** Whether `--quick` also checks it. */
  readonly quick?: boolean
}

const node10: readonly Resolution[] = ['node10']
const node16: readonly Resolution[] = [...node10, 'node16', 'nodenext']
const all: readonly Resolution[] = [...node16, 'bundler']

export const typescripts: readonly TypeScript[] = [
  { name: '4.6', version: '4.6.4', nodeTypes: '18.15.13', resolutions: node10, quick: true },
  { name: '4.7', version: '4.7.4', nodeTypes: '18.19.0', resolutions: node16 },
  { name: '4.9', version: '4.9.5', nodeTypes: '20.11.30', resolutions: node16 },
  { name: '5.0', version: '5.0.4', nodeTypes: '20.19.43', resolutions: all },
  { name: '5.4', version: '5.4.5', nodeTypes: '22.20.5', resolutions: all },
  { name: '5.9', version: '5.9.3', nodeTypes: '24.10.1', resolutions: all },
  { name: '6.0', version: '6.0.3', nodeTypes: '24.10.1', resolutions: all },
  { name: '7.0', version: '7.0.2', nodeTypes: '24.10.1', resolutions: ['node16', 'nodenext', 'bundler'], quick: true }, // no node10
]

/** The module system by the extension of a source. For the older module resolutions, the settings decide. */
export type SourceKind = 'ts' | 'mts' | 'cts'

export function sourceKinds(resolution: Resolution): readonly SourceKind[] {
  return resolution === 'node16' || resolution === 'nodenext' ? ['mts', 'cts'] : ['ts']
}

/** Checks a program that `writeTypeScript` has written, against the packages that are installed beside it. */
export async function checkTypes(
  consumer: Consumer,
  folder: string,
  typescript: TypeScript & { readonly folder: string },
  resolution: Resolution,
  kinds: readonly SourceKind[],
): Promise<void> {
  const config = `tsconfig.${[typescript.name, resolution, ...kinds].join('.')}.json`
  const compilerOptions = {
    ...moduleOptions(resolution, Number(typescript.name)),
    target: 'es2020',
    lib: ['es2020'],
    strict: true,
    noEmit: true,
    types: ['node'],
    typeRoots: [`${typescript.folder}/node_modules/@types`],
    skipLibCheck: consumer.skipLibCheck ?? false,
    ...consumer.compilerOptions,
  }
  const files = programFiles(consumer).flatMap((name) => kinds.map((kind) => `${name}.${kind}`))
  await writeFile(`${folder}/${config}`, JSON.stringify({ compilerOptions, files }, null, 2))
  await run('node', [`${typescript.folder}/node_modules/typescript/bin/tsc`, '-p', config], { cwd: folder })
}

function moduleOptions(resolution: Resolution, version: number): Record<string, unknown> {
  if (resolution === 'bundler') return { module: 'esnext', moduleResolution: 'bundler' }
  if (resolution !== 'node10') return { module: resolution, moduleResolution: resolution }
  // named `node` before TypeScript 5, and deprecated in TypeScript 6
  const moduleResolution = version < 5 ? 'node' : 'node10'
  return { module: 'commonjs', moduleResolution, ...(version >= 6 && { ignoreDeprecations: '6.0' }) }
}
