import { describeIntegration } from '@alexa-profile/conformance'
import { vi } from 'vitest'
import { createConformanceApp } from './support/conformance-app.js'
import { lambdaOf } from './support/lambda-server.js'

// Jovo logs each request. The case about logs replaces this spy.
vi.spyOn(console, 'log').mockImplementation(() => {})

describeIntegration('@jovotech/framework 4', (options) => {
  const { app, heard } = createConformanceApp(options)
  return { skill: lambdaOf(app), heard }
})
