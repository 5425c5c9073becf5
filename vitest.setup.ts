import { afterAll, vi } from 'vitest'

// Test files share processes (vitest.config.ts). Each one loads the modules of this repository again, and leaves its process as it was:
// skills read the environment when they are loaded, and Jovo 3 writes to it. Jovo 3 also changes how stacks are written.
vi.resetModules()

const before = { ...process.env }
const { prepareStackTrace } = Error
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  Error.prepareStackTrace = prepareStackTrace
})
