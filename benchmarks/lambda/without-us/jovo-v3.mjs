/** In the place of `@alexa-profile/jovo/v3`: as much as lets the starter load and say welcome. */
export { escapeSsml, newest, requireProfile, speakerName } from './core.mjs'
export class ProfilePlugin {
  config = {}
  install() {}
  uninstall() {}
}
