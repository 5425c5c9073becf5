export { AlexaProfileOverloadModule } from './overload/alexa-profile-overload.module.js'
export type { AlexaProfileOverloadOptions } from './overload/overload-options.interface.js'
