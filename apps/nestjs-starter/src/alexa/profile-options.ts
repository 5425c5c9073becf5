import { readFileSync } from 'node:fs'
import type { AlexaProfileModuleOptions } from '@alexa-profile/nestjs'
import type { AppConfig } from '../config/app.config.js'
import { timeLeftMs } from './time-left.js'
import { trustEmulator } from './trust-emulator.js'

const manifest = new URL('../../skill-package/skill.json', import.meta.url)

/** How requests are verified, and how profiles are read. */
export async function profileOptions({ skillId, emulatorUrl }: AppConfig): Promise<AlexaProfileModuleOptions> {
  const verification = { skillIds: skillId }
  return {
    skillName: 'Table Talk',
    timeLeftMs,
    declaredScopes: JSON.parse(readFileSync(manifest, 'utf8')),
    ...(emulatorUrl === undefined ? { verification } : await trustEmulator(emulatorUrl, verification)),
  }
}
