import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The files in which ask-cli names the runtime of the skill's code: version 2, and version 1. */
const projectFiles = ['ask-resources.json', '.ask/config']

const needs = '@alexa-profile/ask-sdk needs Node 20.19.'

/**
 * Warnings if the Node version that an ask-cli project names may be too old for the library. The project is this folder or its
 * parent.
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
      `This is an Alexa-hosted skill. Amazon documents Node 16 for it, and ${needs} Log process.version in the skill before you deploy the edits.`,
    ]
  }
  const old = [...text.matchAll(/"runtime"\s*:\s*"(nodejs(\d+)[\w.]*)"/g)].filter(([, , major]) => Number(major) < 20)
  return [...new Set(old.map(([, runtime]) => runtime))].map(
    (runtime) => `${name} names the runtime ${runtime}, and ${needs} Change it to nodejs24.x.`,
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
