import { type EventSituationName, eventSituationNames } from '@alexa-profile/emulator'

export function isEventSituation(name: string): name is EventSituationName {
  return eventSituationNames.some((known) => known === name)
}
