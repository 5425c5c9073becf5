import { expect, it } from 'vitest'
import * as cliDoor from '../src/cli.js'
import * as door from '../src/index.js'

it('exports these names', () => {
  expect(Object.keys(door).sort()).toMatchInlineSnapshot(`
    [
      "ManifestError",
      "checkSkillManifest",
      "isManifestError",
      "manifestRules",
    ]
  `)
  expect(Object.keys(cliDoor).sort()).toMatchInlineSnapshot(`
    [
      "runCli",
    ]
  `)
})
