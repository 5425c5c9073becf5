/** In the place of `@alexa-profile/jovo`: as much as lets the starter load and say welcome. */
import { BaseOutput, Plugin } from '@jovotech/framework'

export { escapeSsml, newest, speakerName } from './core.mjs'
export class ProfilePlugin extends Plugin {
  getDefaultConfig() {
    return {}
  }
}
export class ProfileDecisionOutput extends BaseOutput {
  build() {
    return {}
  }
}
export const RequireProfile = () => () => {}
export const ProfileHandles = {
  onPermissionsChanged: () => ({ types: ['AlexaSkillEvent.SkillPermissionChanged'] }),
  onSkillDisabled: () => ({ types: ['AlexaSkillEvent.SkillDisabled'] }),
}
