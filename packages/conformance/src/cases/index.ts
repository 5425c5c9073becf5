import * as choice from './choice.js'
import * as consent from './consent.js'
import * as device from './device.js'
import * as events from './events.js'
import * as granted from './granted.js'
import * as sharing from './sharing.js'
import * as speaker from './speaker.js'
import * as statuses from './statuses.js'
import * as trust from './trust.js'
import * as voice from './voice.js'

/** All cases, one for each behaviour. A new behaviour is a new export in one of these files. */
export const cases = [granted, consent, statuses, speaker, device, voice, choice, events, sharing, trust].flatMap(
  (file) => Object.values(file),
)
