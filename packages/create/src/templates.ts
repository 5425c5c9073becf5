import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Template {
  /** The value for `--framework`: `ask-sdk`. */
  readonly framework: string
  /** One sentence, from the starter's package.json. */
  readonly description: string
  readonly folder: string
}

const packed = fileURLToPath(new URL('../dist/templates', import.meta.url))

/** The starters in this package. */
export function templates(): Template[] {
  return readdirSync(packed).map((framework) => {
    const folder = `${packed}/${framework}`
    const { description } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
    return { framework, description, folder }
  })
}
