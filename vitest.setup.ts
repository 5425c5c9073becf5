import { afterAll, vi } from 'vitest'

// Test files share processes (vitest.config.ts). Each one loads the modules of this repository anew, and leaves the environment as it was:
// skills read it when they are loaded, and Jovo 3 writes to it.
vi.resetModules()

const before = { ...process.env }
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})
