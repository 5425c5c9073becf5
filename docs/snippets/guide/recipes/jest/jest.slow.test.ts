import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

it('passes under jest', () => {
  const jest = fileURLToPath(new URL('../../../../node_modules/jest/bin/jest.js', import.meta.url))
  const file = fileURLToPath(new URL('./skill.test.js', import.meta.url))
  const config = fileURLToPath(new URL('./jest.config.js', import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [jest, '--config', config, file], { encoding: 'utf8' })
  expect(stderr).toContain('2 passed, 2 total')
  expect(status).toBe(0)
})
