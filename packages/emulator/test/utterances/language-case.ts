import { type InteractionModel, readInteractionModel } from '../../src/skill/interaction-model.js'

/** Utterances in one language with their meaning, said on Saturday, 28 November 2026, at noon in Berlin. */
export interface LanguageCase {
  readonly locale: string
  readonly invocationName: string
  readonly samples: {
    readonly BookTableIntent: readonly string[]
    readonly CancelBookingIntent: readonly string[]
    readonly OrderPizzaIntent: readonly string[]
    readonly SetTimerIntent: readonly string[]
    readonly GetWeatherIntent: readonly string[]
    readonly AddItemIntent: readonly string[]
    readonly OpeningHoursIntent: readonly string[]
  }
  /** Values of the slot types, with synonyms. */
  readonly sizes: Readonly<Record<string, readonly string[]>>
  readonly toppings: Readonly<Record<string, readonly string[]>>
  /** A sentence, the name of its intent without `Intent`, and the values of its slots. */
  readonly sentences: readonly (readonly [string, string, Readonly<Record<string, string>>?])[]
  /** Utterances that only open the skill. */
  readonly launches: readonly string[]
  /** Utterances that are not for the skill. */
  readonly refused: readonly string[]
}

const slots = {
  BookTableIntent: { people: 'AMAZON.NUMBER', date: 'AMAZON.DATE', time: 'AMAZON.TIME' },
  CancelBookingIntent: { date: 'AMAZON.DATE' },
  OrderPizzaIntent: { count: 'AMAZON.NUMBER', size: 'SIZE', topping: 'TOPPING' },
  SetTimerIntent: { duration: 'AMAZON.DURATION' },
  GetWeatherIntent: { city: 'AMAZON.City', date: 'AMAZON.DATE' },
  AddItemIntent: { item: 'AMAZON.SearchQuery' },
  OpeningHoursIntent: { day: 'AMAZON.DayOfWeek' },
} as const

const builtIns = ['Cancel', 'Help', 'Stop', 'Yes', 'No', 'Repeat', 'NavigateHome', 'Next', 'Pause']

export function modelOf({ locale, invocationName, samples, sizes, toppings }: LanguageCase): InteractionModel {
  const custom = Object.entries(slots).map(([name, types]) => ({
    name,
    slots: Object.entries(types).map(([slot, type]) => ({ name: slot, type })),
    samples: samples[name as keyof typeof slots],
  }))
  const type = (name: string, values: LanguageCase['sizes']) => ({
    name,
    values: Object.entries(values).map(([value, synonyms]) => ({ id: value, name: { value, synonyms } })),
  })
  const languageModel = {
    invocationName,
    intents: [...custom, ...builtIns.map((name) => ({ name: `AMAZON.${name}Intent`, samples: [] }))],
    types: [type('SIZE', sizes), type('TOPPING', toppings)],
  }
  return readInteractionModel(locale, { interactionModel: { languageModel } })
}
