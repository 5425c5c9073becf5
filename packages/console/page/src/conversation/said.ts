import type { SlotValues } from '@alexa-profile/emulator'
import { type RequestView, withoutRequest } from '../../../src/protocol/console-event.js'
import type { ModelView } from '../../../src/protocol/console-state.js'
import { slotsIn } from './suggestions.js'

const answers: Readonly<Record<string, string>> = {
  ACCEPTED: 'Yes.',
  DENIED: 'No.',
  NOT_ANSWERED: '(says nothing)',
  REDIRECT_TO_APP: '(goes to the Alexa app)',
}

const builtIn: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'AMAZON.HelpIntent': 'Help.',
    'AMAZON.StopIntent': 'Stop.',
    'AMAZON.CancelIntent': 'Cancel.',
    'AMAZON.YesIntent': 'Yes.',
    'AMAZON.NoIntent': 'No.',
    'AMAZON.NavigateHomeIntent': 'Go home.',
    'AMAZON.FallbackIntent': '(something that the skill does not support)',
  }),
)

/** Returns what the customer may have said to make Alexa send this request. */
export function saidIn(
  { type, intent, slots = {}, consent, reason }: RequestView,
  model: ModelView | undefined,
): string {
  switch (type) {
    case 'LaunchRequest':
      return `Alexa, open ${model?.invocationName ?? 'the skill'}.`
    case withoutRequest:
      return '(Alexa continues the dialog without calling the skill)'
    case 'SessionResumedRequest':
      return answers[consent ?? ''] ?? `(Alexa could not ask: ${consent})`
    case 'SessionEndedRequest':
      if (reason === 'EXCEEDED_MAX_REPROMPTS') return '(says nothing)'
      return reason === 'USER_INITIATED' ? 'Alexa, exit.' : `(the session ends: ${reason})`
    default:
      return builtIn.get(intent ?? '') ?? sampleFor(intent, slots, model) ?? intent ?? type
  }
}

/** Finds the sample of the interaction model with exactly these slots, and inserts their values. */
function sampleFor(intent: string | undefined, slots: SlotValues, model: ModelView | undefined) {
  const samples = model?.intents.find(({ name }) => name === intent)?.samples ?? []
  const given = Object.keys(slots).sort().join()
  const sample = samples.find((text) => slotsIn(text).toSorted().join() === given)
  if (sample === undefined) return undefined
  const text = sample.replaceAll(/\{([^}]+)\}/g, (whole, name: string) =>
    Object.hasOwn(slots, name) ? [slots[name] ?? whole].flat().join(', ') : whole,
  )
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
