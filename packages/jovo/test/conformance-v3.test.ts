import { describeIntegration } from '@alexa-profile/conformance'
import { vi } from 'vitest'
import { createConformanceAppV3 } from './support/conformance-app-v3.js'
import { lambdaOfV3 } from './support/lambda-v3.js'

// Jovo logs each request. The case about logs replaces this spy.
vi.spyOn(console, 'log').mockImplementation(() => {})

describeIntegration('jovo-framework 3', (options) => {
  const { app, heard } = createConformanceAppV3(options)
  return { skill: lambdaOfV3(app), heard }
})
