import { unknownName } from '@alexa-profile/core'
import { type SituationName, situationNames } from './api/situation.js'
import { createSituationList, type SituationList, type SituationOptions } from './api/situation-list.js'
import { EmulatorError } from './base/emulator-error.js'
import {
  createEventSituations,
  type EventSituationName,
  type EventSituations,
  eventSituationNames,
  isEventSituation,
} from './events/event-situation.js'

/** The situations of the profile API and of skill events. */
export interface Situations {
  readonly ofApi: SituationList
  readonly ofEvents: EventSituations
  /** Starts a situation. @throws {EmulatorError} `situation-unknown`, `field-unknown`, `option-invalid` */
  add(name: SituationName | EventSituationName, options?: SituationOptions): void
  /** Ends the situations with these names, or all without a name. @throws {EmulatorError} `situation-unknown` */
  clear(names: readonly (SituationName | EventSituationName)[]): void
}

const allNames = [...situationNames, ...eventSituationNames]

export function createSituations(changed: () => void): Situations {
  const ofApi = createSituationList(changed)
  const ofEvents = createEventSituations(changed)
  return {
    ofApi,
    ofEvents,
    add(name, options) {
      checkName(name)
      if (isEventSituation(name)) ofEvents.add(name, options)
      else ofApi.add(name, options)
    },
    clear(names) {
      names.forEach(checkName)
      const cleared = names.length === 0 ? allNames : names
      ofApi.clear(cleared)
      ofEvents.clear(cleared)
    },
  }
}

function checkName(name: string): void {
  if (allNames.some((known) => known === name)) return
  throw new EmulatorError('situation-unknown', unknownName('situation', String(name), allNames))
}
