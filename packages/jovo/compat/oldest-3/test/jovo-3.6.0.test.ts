import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import '../../../test/conformance-v3.test.js'
import '../../../test/profile-plugin-v3.test.js'
import '../../../test/skill-events-v3.test.js'
import { createConformanceAppV3 } from '../../../test/support/conformance-app-v3.js'
import '../../../test/voice-consent-v3.test.js'

it('runs on Jovo 3.6.0', () => {
  const require = createRequire(import.meta.url)

  expect(createConformanceAppV3({}).app).toBeInstanceOf(require('jovo-framework').App)
  expect(require('jovo-core/package.json').version).toBe('3.6.0')
  expect(require('jovo-platform-alexa/package.json').version).toBe('3.6.0')
})
