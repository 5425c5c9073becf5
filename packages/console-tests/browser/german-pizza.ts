/** An interaction model in German, with a dialog. */
export const germanPizza = {
  interactionModel: {
    languageModel: {
      invocationName: 'pizza ort',
      intents: [
        {
          name: 'BestellIntent',
          samples: ['bestell eine Pizza', 'bestell eine Pizza für {tag}', 'bestell eine Pizza für {tag} um {zeit}'],
          slots: [
            { name: 'tag', type: 'AMAZON.DATE' },
            { name: 'zeit', type: 'AMAZON.TIME', samples: ['um {zeit}'] },
          ],
        },
        { name: 'AMAZON.HelpIntent', samples: [] },
      ],
    },
    dialog: {
      delegationStrategy: 'SKILL_RESPONSE',
      intents: [
        {
          name: 'BestellIntent',
          confirmationRequired: false,
          slots: [
            { name: 'tag', type: 'AMAZON.DATE', elicitationRequired: false, confirmationRequired: false },
            {
              name: 'zeit',
              type: 'AMAZON.TIME',
              elicitationRequired: true,
              confirmationRequired: false,
              prompts: { elicitation: 'Frage.Zeit' },
            },
          ],
        },
      ],
    },
    prompts: [{ id: 'Frage.Zeit', variations: [{ type: 'PlainText', value: 'Um wie viel Uhr?' }] }],
  },
}

/** A skill that delegates the dialog to Alexa, and says the values that it got. */
export function pizzaOrt({ request }: { request: { type: string; dialogState?: string; intent?: object } }): object {
  const { type, dialogState, intent } = request
  if (dialogState === 'STARTED') return { version: '1.0', response: { directives: [{ type: 'Dialog.Delegate' }] } }
  const text = intent ? `Bestellt: ${JSON.stringify(intent).length > 0}.` : type
  return { version: '1.0', response: { outputSpeech: { type: 'PlainText', text }, shouldEndSession: false } }
}
