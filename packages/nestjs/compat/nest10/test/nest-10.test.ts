import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Module } from '@nestjs/common'
import { expect, it } from 'vitest'
import '../../../test/alexa-request.guard.test.js'
import '../../../test/overload-servers.test.js'
import '../../../test/profile.interceptor.test.js'
import '../../../test/routing.test.js'
import { runBuiltApp } from '../../../test/support/run-built-app.js'
import { adapterNames, startApp } from '../../../test/support/start-app.js'

@Module({})
class EmptyModule {}

it.each(adapterNames)('runs on Nest 10 with its %s', async (adapter) => {
  const require = createRequire(import.meta.url)
  const platform = `@nestjs/platform-${adapter.toLowerCase()}`
  const { app } = await startApp(EmptyModule, adapter)

  expect(app.getHttpAdapter()).toBeInstanceOf(require(platform)[`${adapter}Adapter`])
  expect(require('@nestjs/core/package.json').version).toMatch(/^10\./)
  expect(require(`${platform}/package.json`).version).toMatch(/^10\./)
})

it.each(adapterNames)('loads with require() in a CommonJS app on Nest 10 with its %s', async (adapter) => {
  const { stdout, stderr } = await runBuiltApp(fileURLToPath(new URL('..', import.meta.url)), adapter)

  expect(JSON.parse(stdout)).toMatchObject({ version: '1.0', response: { outputSpeech: { text: 'Hello.' } } })
  expect(stderr).toBe('')
})
