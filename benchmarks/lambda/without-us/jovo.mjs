/** Replaces `@alexa-profile/jovo` with just enough for the starter to load and say welcome. */
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
