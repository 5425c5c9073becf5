import { expect, it } from 'vitest'
import * as core from '../src/index.js'

it('exports these names and no others', () => {
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
      "fieldPaths",
      "functionsOf",
      "heardIn",
      "integrationOptions",
      "isDeclined",
      "isEvent",
      "isHeard",
      "isProfileError",
      "isProfileField",
      "isScope",
      "lambdaTimeLeftMs",
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
      "scopeOf",
      "speakerName",
      "toResponseEnvelope",
      "voiceConsent",
    ]
  `)
})
