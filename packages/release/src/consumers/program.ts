import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import type { Consumer } from './consumer-list.js'

const programs = fileURLToPath(new URL('../consumers', import.meta.url))

/** The formats of a consumer's files: the two module systems, in JavaScript and in TypeScript. */
export const formats = ['mjs', 'cjs'] as const
export type Format = (typeof formats)[number]

/** The files of a consumer's program, without their extension. */
export function programFiles({ program }: Consumer): string[] {
  const own = readdirSync(`${programs}/${program}`).map((file) => file.replace(/\.ts$/, ''))
  return own.includes('talk') ? own : [...own, 'talk']
}

/** Writes a program to a folder as JavaScript that `import`s, and as JavaScript that `require`s. */
export async function writeJavaScript(consumer: Consumer, folder: string): Promise<void> {
  for (const name of programFiles(consumer)) {
    for (const format of formats) {
      const { code } = await transform(source(consumer, name), {
        loader: 'ts',
        format: format === 'mjs' ? 'esm' : 'cjs',
        target: 'node20.19',
        tsconfigRaw: { compilerOptions: { ...consumer.compilerOptions } },
      })
      await writeFile(`${folder}/${name}.${format}`, code.replaceAll('./skill.js', `./skill.${format}`))
    }
  }
}

/** Writes a program to a folder as TypeScript for both module systems, `.mts` and `.cts`, and as plain `.ts`. */
export async function writeTypeScript(consumer: Consumer, folder: string): Promise<void> {
  for (const name of programFiles(consumer)) {
    const text = source(consumer, name)
    await writeFile(`${folder}/${name}.ts`, text)
    await writeFile(`${folder}/${name}.mts`, text.replaceAll('./skill.js', './skill.mjs'))
    await writeFile(`${folder}/${name}.cts`, text.replaceAll('./skill.js', './skill.cjs'))
  }
}

function source({ program }: Consumer, name: string): string {
  const own = `${programs}/${program}/${name}.ts`
  return readFileSync(existsSync(own) ? own : `${programs}/${name}.ts`, 'utf8')
}
