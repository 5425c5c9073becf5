import { describeIntegration } from '@alexa-profile/conformance'
import { createConformanceApp } from './support/conformance-app.js'
import { lambdaOf } from './support/lambda-server.js'

describeIntegration('@jovotech/framework 4', (options) => {
  const { app, heard } = createConformanceApp(options)
  return { skill: lambdaOf(app), heard }
})
