export { describeIntegration } from './describe-integration.js'
export type { CreateHarness, Harness, HarnessOptions } from './harness.js'
