import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { ProfilePlugin } from '../../../src/index.js'
import '../../../test/conformance.test.js'
import '../../../test/profile-plugin.test.js'
import '../../../test/skill-events.test.js'
import '../../../test/voice-consent.test.js'

it('runs on Jovo 4.5.0', () => {
  const require = createRequire(import.meta.url)

  expect(new ProfilePlugin()).toBeInstanceOf(require('@jovotech/framework').Plugin)
  expect(require('@jovotech/framework/package.json').version).toBe('4.5.0')
  expect(require('@jovotech/platform-alexa/package.json').version).toBe('4.5.0')
})
