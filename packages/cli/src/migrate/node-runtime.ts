import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where ask-cli says how the skill's code is run: of version 2, and of version 1. */
const projectFiles = ['ask-resources.json', '.ask/config']

const needs = '@alexa-profile/ask-sdk needs Node 20.19.'

/**
 * What a project of ask-cli says of the Node version that its skill runs on, if that may be too old for the library. The project is
 * this folder or the one around it.
 */
export function runtimeNotes(folder: string): string[] {
  for (const place of [folder, dirname(folder)]) {
    for (const name of projectFiles) {
      const text = textOf(join(place, name))
      if (text !== undefined) return notesOn(name, text)
    }
  }
  return []
}

function notesOn(name: string, text: string): string[] {
  // Amazon's page and ask-cli 2.30.7 name Node 16, read on 29 November 2026: docs/guide/alexa-hosted.md
  if (text.includes('"@ask-cli/hosted-skill-deployer"')) {
    return [
      `This is an Alexa-hosted skill: Amazon documents Node 16 for it, and ${needs} Let the skill log process.version before you deploy the edits.`,
    ]
  }
  const old = [...text.matchAll(/"runtime"\s*:\s*"(nodejs(\d+)[\w.]*)"/g)].filter(([, , major]) => Number(major) < 20)
  return [...new Set(old.map(([, runtime]) => runtime))].map(
    (runtime) => `${name} names the runtime ${runtime}, and ${needs} Write nodejs24.x there.`,
  )
}

/** Undefined for what is not a file. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
