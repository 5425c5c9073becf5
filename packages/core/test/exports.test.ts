import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as core from '../src/index.js'

it('exports exactly these names', () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
    [
      "ProfileError",
      "acknowledge",
      "assertFunctions",
      "assertMethods",
      "consentCard",
      "createProfileClient",
      "createRequirement",
      "createTransport",
      "decide",
      "defaultProfileClient",
      "escapeSsml",
      "fields",
      "fieldsAt",
      "functionsOf",
      "heardIn",
      "integrationOptions",
      "isDeclined",
      "isEvent",
      "isHeard",
      "isProfileError",
      "isProfileField",
      "isScope",
      "knownScopes",
      "lambdaTimeLeftMs",
      "levelOf",
      "nearest",
      "newest",
      "processWide",
      "profileFields",
      "prompts",
      "readConsentAnswer",
      "readEnablementEvent",
      "readPermissionEvent",
      "rememberConsentAnswer",
      "rememberDeclined",
      "respondTo",
      "respondToConsentAnswer",
      "resumeWaiting",
      "resumptionOf",
      "speakerFields",
      "speakerName",
      "spellingsOf",
      "toResponseEnvelope",
      "unknownName",
      "voiceConsent",
    ]
  `)
})

it('marks the exports that are meant for integrations', () => {
  const folder = new URL('../src/', import.meta.url)
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
  const [, group = ''] = read('index.ts').split(/^\/\* For integrations: .*$/m)
  const names = [...group.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = '']) => list.match(/\w+/g) ?? [])
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const source = files.map(read).join('\n')

  expect(names).toContain('createRequirement')
  for (const name of names) {
    expect(source, name).toMatch(
      new RegExp(
        `^/\\*\\*(?:\\n \\*)? For integrations: (?:(?!\\*/)[^])*\\*/\\nexport (?:function|interface|type) ${name}\\b`,
        'm',
      ),
    )
  }
})
