import { type EventSituationName, eventSituationNames } from '../index.js'

export function isEventSituation(name: string): name is EventSituationName {
  return eventSituationNames.some((known) => known === name)
}
