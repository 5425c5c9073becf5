import { type Emulator, startEmulator } from '@alexa-profile/emulator'
import { App, type ComponentConstructor, type Plugin } from '@jovotech/framework'
import { AlexaPlatform } from '@jovotech/platform-alexa'
import { onTestFinished } from 'vitest'
import { ProfilePlugin, type ProfilePluginOptions } from '../../src/index.js'
import { lambdaOf } from './lambda-server.js'

/** Starts an app on an emulator without granted permissions. */
export async function startApp(
  components: ComponentConstructor[],
  options: ProfilePluginOptions = {},
  plugins: Plugin[] = [],
) {
  const emulator: Emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  const app = new App({
    logging: false,
    plugins: [
      new AlexaPlatform(),
      ...plugins,
      new ProfilePlugin({ allowedEndpoints: [emulator.url], skillName: 'Table Talk', ...options }),
    ],
    components,
  })
  const skill = lambdaOf(app)
  return { app, emulator, skill, device: emulator.device(skill as never) }
}
