import type { IntentView, ModelView } from '../protocol/console-state.js'
import { isObject } from './is-object.js'

/** Interaction models by locale, each parsed from a file as in `skill-package/interactionModels/custom`. */
export type InteractionModels = Readonly<Record<string, unknown>>

/** The model of a locale, or else of its language, or else any. */
export type ModelOf = (locale: string) => ModelView | undefined

const shownSamples = 50

export function modelsByLocale(models: InteractionModels): ModelOf {
  const views = new Map<string, ModelView>()
  for (const [locale, model] of Object.entries(models)) views.set(locale, modelView(locale, model))
  return (locale) => {
    const [language = locale] = locale.split('-')
    const ofLanguage = [...views.keys()].find((key) => key.split('-', 1)[0] === language)
    return views.get(locale) ?? views.get(ofLanguage ?? '') ?? [...views.values()][0]
  }
}

/** Reads what it understands; whether Alexa would accept the model is not checked here. */
function modelView(locale: string, model: unknown): ModelView {
  const interactionModel = member(model, 'interactionModel')
  const languageModel = member(interactionModel ?? model, 'languageModel')
  const invocationName = member(languageModel, 'invocationName')
  return {
    locale,
    invocationName: typeof invocationName === 'string' ? invocationName : undefined,
    intents: listOf(member(languageModel, 'intents')).flatMap(intentView),
  }
}

function intentView(intent: unknown): IntentView[] {
  const name = member(intent, 'name')
  if (typeof name !== 'string') return []
  const slots = listOf(member(intent, 'slots')).flatMap((slot) => {
    const [slotName, type] = [member(slot, 'name'), member(slot, 'type')]
    return typeof slotName === 'string' ? [{ name: slotName, type: typeof type === 'string' ? type : '' }] : []
  })
  const samples = listOf(member(intent, 'samples')).filter((sample) => typeof sample === 'string')
  return [{ name, slots, samples: samples.slice(0, shownSamples) }]
}

function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
