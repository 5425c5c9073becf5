import { expect, it } from 'vitest'
import * as exported from '../src/index.js'

it('exports exactly these names', () => {
  expect(Object.keys(exported)).toMatchInlineSnapshot(`
    [
      "consentCard",
      "escapeSsml",
      "isProfileError",
      "newest",
      "ProfileError",
      "speakerName",
      "voiceConsent",
      "acknowledgeEvents",
      "consentHandlers",
      "createAlexaProfile",
      "ProfileApiClient",
      "profileFor",
      "requireProfile",
      "respondTo",
      "respondToConsentAnswer",
    ]
  `)
})
