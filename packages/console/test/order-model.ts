const slot = (name: string, type: string, elicitation?: string) => ({
  name,
  type,
  elicitationRequired: elicitation !== undefined,
  confirmationRequired: false,
  ...(elicitation !== undefined && { prompts: { elicitation } }),
})

/** An interaction model with synonyms, a slot with multiple values and a dialog. */
export const orderModel = {
  interactionModel: {
    languageModel: {
      invocationName: 'pizza place',
      intents: [
        {
          name: 'OrderIntent',
          samples: ['order a pizza', 'order a {size} pizza', 'order a {size} pizza at {time}'],
          slots: [
            { name: 'size', type: 'SIZE', samples: ['{size}'] },
            { name: 'time', type: 'AMAZON.TIME', samples: ['at {time}'] },
          ],
        },
        {
          name: 'ToppingIntent',
          samples: ['add {toppings}'],
          slots: [{ name: 'toppings', type: 'TOPPING', multipleValues: { enabled: true } }],
        },
        { name: 'BookTableIntent', samples: ['book a table'], slots: [] },
        { name: 'AskIntent', samples: ['ask me for my address'], slots: [] },
        { name: 'AMAZON.HelpIntent', samples: [] },
      ],
      types: [
        { name: 'SIZE', values: [{ id: 'L', name: { value: 'large', synonyms: ['huge'] } }] },
        { name: 'TOPPING', values: [{ name: { value: 'ham' } }, { name: { value: 'olives' } }] },
      ],
    },
    dialog: {
      delegationStrategy: 'SKILL_RESPONSE',
      intents: [
        {
          name: 'OrderIntent',
          confirmationRequired: false,
          slots: [slot('size', 'SIZE'), slot('time', 'AMAZON.TIME', 'Elicit.Time')],
        },
      ],
    },
    prompts: [{ id: 'Elicit.Time', variations: [{ type: 'PlainText', value: 'When shall the {size} one be ready?' }] }],
  },
}
