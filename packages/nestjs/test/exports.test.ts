import { expect, it } from 'vitest'
import * as exported from '../src/index.js'

it('exports exactly these names', () => {
  expect(Object.keys(exported)).toMatchInlineSnapshot(`
    [
      "consentCard",
      "escapeSsml",
      "isDeclined",
      "isProfileError",
      "newest",
      "ProfileError",
      "speakerName",
      "toResponseEnvelope",
      "voiceConsent",
      "AlexaProfileModule",
      "AlexaProfileService",
      "ALEXA_PROFILE_OPTIONS",
      "ALEXA_PROFILE_SERVICE",
      "ALEXA_REQUEST_VERIFIER",
      "AlexaRequestGuard",
      "ask",
      "AlexaConsentAnswer",
      "AlexaEnvelope",
      "AlexaEvent",
      "AlexaSlot",
      "OnConsentAnswer",
      "OnFallback",
      "OnIntent",
      "OnLaunch",
      "OnPermissionEvent",
      "OnRequest",
      "OnSessionEnded",
      "OnSkillDisabled",
      "OnSkillEnabled",
      "Profile",
      "ProfileField",
      "RequireProfile",
      "AlexaProfileHealthIndicator",
      "ProfileInterceptor",
    ]
  `)
})
