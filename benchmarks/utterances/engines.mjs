import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { languageModel } from './sets.mjs'

/** Loads the emulator's engine, bundled from its source, because the package exports only devices. */
export async function loadEmulator() {
  const folder = fileURLToPath(new URL('../../packages/emulator/src/', import.meta.url))
  const names = {
    createUnderstander: './utterance/understand.js',
    createTypedValues: './utterance/typed-values.js',
    dayNumber: './utterance/calendar.js',
    language: './utterance/language.js',
    readInteractionModel: './skill/interaction-model.js',
  }
  const contents = Object.entries(names)
    .map(([name, file]) => `export { ${name} } from '${file}'`)
    .join('\n')
  const outfile = join(mkdtempSync(join(tmpdir(), 'utterances-')), 'engine.mjs')
  await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    logLevel: 'error',
  })
  return import(outfile)
}

/** Said on 28 November 2026, so that dates have values. */
const now = new Date('2026-11-28T12:00:00Z')

export async function emulatorEngine(engine, { locale, json }) {
  const understander = await engine.createUnderstander(engine.readInteractionModel(locale, json))
  return async (text) => {
    const understood = understander.understand(text, { now, timeZone: 'UTC', minimumConfidence: 0.45 })
    if (understood.kind !== 'intent' || understood.stage === 'fallback') return undefined
    const slots = Object.entries(understood.slots).map(([name, values]) => [
      name,
      values.map(({ value }) => value).join(' '),
    ])
    return { intent: understood.intent, slots: Object.fromEntries(slots) }
  }
}

/** Loads virtual-alexa from a temporary folder, because it depends on aws-sdk 2, which must not be in the workspace. */
export function loadVirtualAlexa(folder) {
  const root = folder ?? mkdtempSync(join(tmpdir(), 'virtual-alexa-'))
  if (folder === undefined) {
    execFileSync(
      'npm',
      ['install', '--prefix', root, '--ignore-scripts', '--no-audit', '--no-fund', 'virtual-alexa@0.7.8'],
      { stdio: 'ignore' },
    )
  }
  return createRequire(join(root, 'package.json'))('virtual-alexa').VirtualAlexa
}

export function virtualAlexaEngine(VirtualAlexa, { locale, json }) {
  const supported = { ...json, interactionModel: { languageModel: languageModel(json) } }
  let alexa
  try {
    alexa = VirtualAlexa.Builder()
      .handler(() => ({}))
      .interactionModel(supported)
      .locale(locale)
      .create()
  } catch {
    return async () => undefined
  }
  let request
  const keep = (envelope) => {
    request = envelope.request
  }
  alexa.filter(keep)
  return async (text) => {
    request = undefined
    try {
      await alexa.utter(text)
    } catch {
      if (request === undefined) return undefined
    }
    if (request?.type !== 'IntentRequest' || request.intent.name === 'AMAZON.FallbackIntent') return undefined
    const filled = Object.entries(request.intent.slots ?? {}).filter(([, slot]) => slot.value !== undefined)
    return { intent: request.intent.name, slots: Object.fromEntries(filled.map(([name, { value }]) => [name, value])) }
  }
}
