import { startEmulator } from '@alexa-profile/emulator'
import type { Handler } from 'jovo-core'
import { App } from 'jovo-framework'
import { Alexa } from 'jovo-platform-alexa'
import { onTestFinished } from 'vitest'
import { ProfilePlugin, type ProfilePluginOptions } from '../../src/v3.js'
import { lambdaOfV3 } from './lambda-v3.js'

/** Starts an app on an emulator without granted permissions. */
export async function startAppV3(handlers: Handler, options: ProfilePluginOptions = {}) {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const app = new App({ logging: false })
  app.use(new Alexa(), new ProfilePlugin({ allowedEndpoints: [emulator.url], skillName: 'Table Talk', ...options }))
  app.setHandler(handlers)
  const skill = lambdaOfV3(app)
  return { app, emulator, skill, device: emulator.device(skill as never) }
}
