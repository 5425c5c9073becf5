import type { Emulator, InteractionModel } from '@alexa-profile/emulator'
import type { ModelView } from '../protocol/console-state.js'

/** Returns what customers can say to the skill in a locale. */
export type ModelOf = (locale: string) => ModelView | undefined

const shownSamples = 50

export function modelViews(emulator: Pick<Emulator, 'interactionModel'>): ModelOf {
  const views = new WeakMap<InteractionModel, ModelView>()
  return (locale) => {
    const model = emulator.interactionModel(locale)
    if (model === undefined) return undefined
    const view = views.get(model) ?? modelView(model)
    views.set(model, view)
    return view
  }
}

function modelView({ locale, invocationName, intents }: InteractionModel): ModelView {
  return {
    locale,
    invocationName,
    intents: intents.map(({ name, slots, samples }) => ({
      name,
      slots: slots.map((slot) => ({
        name: slot.name,
        type: slot.type,
        multipleValues: slot.multipleValues,
      })),
      samples: samples.slice(0, shownSamples),
    })),
  }
}
