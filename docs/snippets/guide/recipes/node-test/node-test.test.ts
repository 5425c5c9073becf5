import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

it('passes under node:test', () => {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const file = fileURLToPath(new URL('./skill.test.js', import.meta.url))
  const { status, stdout } = spawnSync(process.execPath, ['--test', file], { env, encoding: 'utf8' })
  expect(stdout).toContain('pass 2')
  expect(status).toBe(0)
})
