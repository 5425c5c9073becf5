/** An interaction model with everything that affects requests. */
export const pizzaModel = {
  interactionModel: {
    languageModel: {
      invocationName: 'pizza place',
      intents: [
        {
          name: 'OrderIntent',
          samples: ['a {size} pizza with {toppings} at {time}'],
          slots: [
            { name: 'size', type: 'SIZE' },
            { name: 'toppings', type: 'TOPPING', multipleValues: { enabled: true } },
            { name: 'time', type: 'AMAZON.TIME' },
          ],
        },
        { name: 'BillIntent', samples: ['the bill'], slots: [] },
        { name: 'AMAZON.HelpIntent', samples: [] },
        { name: 'AMAZON.YesIntent', samples: [] },
        { name: 'AMAZON.NoIntent', samples: [] },
      ],
      types: [
        {
          name: 'SIZE',
          values: [
            { id: 'L', name: { value: 'large', synonyms: ['big', 'huge'] } },
            { id: 'XL', name: { value: 'extra large', synonyms: ['huge'] } },
          ],
        },
        { name: 'TOPPING', values: [{ name: { value: 'ham' } }, { name: { value: 'olives' } }] },
      ],
    },
  },
}

const slot = (name: string, type: string, more: object) => ({
  name,
  type,
  elicitationRequired: false,
  confirmationRequired: false,
  ...more,
})

/** The same model with a dialog for its order. */
export function dialogModel(delegationStrategy: 'ALWAYS' | 'SKILL_RESPONSE', confirmationRequired = false) {
  const { languageModel } = pizzaModel.interactionModel
  return {
    interactionModel: {
      languageModel,
      dialog: {
        delegationStrategy,
        intents: [
          {
            name: 'OrderIntent',
            confirmationRequired,
            prompts: { confirmation: 'Confirm.Order' },
            slots: [
              slot('size', 'SIZE', { elicitationRequired: true, prompts: { elicitation: 'Elicit.Size' } }),
              slot('toppings', 'TOPPING', {}),
              slot('time', 'AMAZON.TIME', { elicitationRequired: true, prompts: { elicitation: 'Elicit.Time' } }),
            ],
          },
        ],
      },
      prompts: [
        { id: 'Elicit.Size', variations: [{ type: 'PlainText', value: 'Which size?' }] },
        {
          id: 'Elicit.Time',
          variations: [
            { type: 'SSML', value: '<speak>When shall the {size} one be ready?</speak>' },
            { type: 'PlainText', value: 'At what time?' },
          ],
        },
        { id: 'Confirm.Order', variations: [{ type: 'PlainText', value: 'A {size} pizza at {time}. Right?' }] },
      ],
    },
  }
}
