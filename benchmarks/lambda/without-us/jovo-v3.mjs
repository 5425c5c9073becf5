/** Replaces `@alexa-profile/jovo/v3` with just enough for the starter to load and say welcome. */
export { escapeSsml, newest, requireProfile, speakerName } from './core.mjs'
export class ProfilePlugin {
  config = {}
  install() {}
  uninstall() {}
}
