import { readdirSync } from 'node:fs'
import { repositoryRoot } from './repository.js'

/** What `npm create @alexa-profile` can create: each `apps/*-starter`. */
export function starterFrameworks(): string[] {
  return readdirSync(`${repositoryRoot}/apps`)
    .filter((name) => name.endsWith('-starter'))
    .map((name) => name.replace(/-starter$/, ''))
}
