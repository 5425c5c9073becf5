import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Controller, Inject, Module, UseGuards, UseInterceptors } from '@nestjs/common'
import { describe, expect, it } from 'vitest'
import type * as Package from '../src/index.js'
import { requestOf } from './support/request.js'
import { runBuiltApp } from './support/run-built-app.js'
import { signedPost, verification } from './support/signed-post.js'
import { adapterNames, startApp } from './support/start-app.js'

const commonJs: typeof Package = createRequire(import.meta.url)('../dist/index.js')
const esm: typeof Package = await import('../dist/index.mjs' as string)

describe.each(adapterNames)('package on %s', (adapter) => {
  it('loads with require() in a CommonJS app', async () => {
    const { stdout, stderr } = await runBuiltApp(fileURLToPath(new URL('..', import.meta.url)), adapter)

    expect(JSON.parse(stdout)).toMatchObject({ version: '1.0', response: { outputSpeech: { text: 'Hello.' } } })
    expect(stderr).toBe('')
  })

  it('is loaded once if an app imports it both as ESM and as CommonJS', async () => {
    const { AlexaEnvelope, AlexaRequestGuard, OnLaunch, ProfileInterceptor } = esm
    expect(AlexaRequestGuard).not.toBe(commonJs.AlexaRequestGuard)

    @Controller('alexa')
    @UseGuards(AlexaRequestGuard)
    @UseInterceptors(ProfileInterceptor)
    class SkillController {
      constructor(
        @Inject(commonJs.ALEXA_PROFILE_SERVICE) private readonly profiles: Package.AlexaProfileService,
        @Inject(commonJs.AlexaProfileService) private readonly same: Package.AlexaProfileService,
      ) {}

      @OnLaunch()
      @commonJs.RequireProfile({})
      launch(@AlexaEnvelope() envelope: Package.RequestEnvelope, @commonJs.AlexaEnvelope() other: object) {
        return `${this.profiles === this.same} ${envelope === other}`
      }
    }
    @Module({
      imports: [commonJs.AlexaProfileModule.forRoot({ verification: await verification() })],
      controllers: [SkillController],
    })
    class AppModule {}
    const { url } = await startApp(AppModule, adapter)

    const response = await signedPost(`${url}/alexa`, requestOf({ type: 'LaunchRequest' }))

    expect(await response.json()).toMatchObject({ response: { outputSpeech: { text: 'true true' } } })
  })
})

it('has an overload folder for resolvers that do not support exports', () => {
  const require = createRequire(import.meta.url)
  const { main, types } = require('../overload/package.json')
  expect([main, types]).toEqual(['../dist/overload.js', '../dist/overload.d.ts'])
  expect(Object.keys(require('../overload'))).toEqual(Object.keys(require('@alexa-profile/nestjs/overload')))
})
