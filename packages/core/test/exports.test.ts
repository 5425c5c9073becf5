import { expect, it } from 'vitest'
import * as core from '../src/index.js'

it('exports these names and no others', () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
    [
      "ProfileError",
      "acknowledge",
      "assertRequirement",
      "consentCard",
      "createProfileClient",
      "createTransport",
      "decide",
      "defaultProfileClient",
      "escapeSsml",
      "fieldPaths",
      "fields",
      "isDeclined",
      "isObject",
      "isProfileError",
      "isProfileField",
      "isScope",
      "lambdaTimeLeftMs",
      "newest",
      "own",
      "planAsking",
      "processWide",
      "profileFields",
      "prompts",
      "readConsentAnswer",
      "readEnablementEvent",
      "readPermissionEvent",
      "rememberAnswer",
      "rememberRefusal",
      "respondTo",
      "respondToAnswer",
      "resumeWaiting",
      "scopeOf",
      "speakerFields",
      "speakerName",
      "spellingsOf",
      "toResponseEnvelope",
      "voiceConsent",
    ]
  `)
})
