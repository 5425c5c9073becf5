import { readdirSync } from 'node:fs'
import { repositoryRoot } from './repository.js'

/** The frameworks of `npm create @alexa-profile`: each `apps/*-starter`. */
export function starterFrameworks(): string[] {
  return readdirSync(`${repositoryRoot}/apps`)
    .filter((name) => name.endsWith('-starter'))
    .map((name) => name.replace(/-starter$/, ''))
}
