import { type InteractionModel, readInteractionModel } from '@alexa-profile/emulator'
import type { ModelView } from '../protocol/console-state.js'

/** Interaction models by locale, each parsed from a file as in `skill-package/interactionModels/custom`. */
export type InteractionModels = Readonly<Record<string, unknown>>

/** The model of a locale, or else of its language, or else any. */
export type ModelOf = (locale: string) => ModelView | undefined

const shownSamples = 50

export function modelsByLocale(models: InteractionModels): ModelOf {
  const views = new Map<string, ModelView>()
  for (const [locale, json] of Object.entries(models)) views.set(locale, modelView(readInteractionModel(locale, json)))
  return (locale) => {
    const [language = locale] = locale.split('-')
    const ofLanguage = [...views.keys()].find((key) => key.split('-', 1)[0] === language)
    return views.get(locale) ?? views.get(ofLanguage ?? '') ?? [...views.values()][0]
  }
}

function modelView({ locale, invocationName, intents }: InteractionModel): ModelView {
  return {
    locale,
    invocationName,
    intents: intents.map(({ name, slots, samples }) => ({
      name,
      slots: slots.map((slot) => ({ name: slot.name, type: slot.type })),
      samples: samples.slice(0, shownSamples),
    })),
  }
}
