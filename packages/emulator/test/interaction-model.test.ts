import { describe, expect, it } from 'vitest'
import { readInteractionModel } from '../src/skill/interaction-model.js'

const languageModel = {
  invocationName: 'pizza place',
  intents: [
    {
      name: 'OrderIntent',
      slots: [
        { name: 'size', type: 'SIZE', samples: ['{size} please'] },
        { name: 'toppings', type: 'TOPPING', multipleValues: { enabled: true } },
      ],
      samples: ['a {size} pizza with {toppings}'],
    },
    { name: 'AMAZON.HelpIntent', samples: [] },
  ],
  types: [
    {
      name: 'SIZE',
      values: [{ id: 'L', name: { value: 'large', synonyms: ['big'] } }, { name: { value: 'small' } }],
    },
  ],
}

describe('readInteractionModel', () => {
  it('reads intents, slots and types', () => {
    const model = readInteractionModel('en-US', { interactionModel: { languageModel } })
    expect(model).toEqual({
      locale: 'en-US',
      invocationName: 'pizza place',
      intents: [
        {
          name: 'OrderIntent',
          samples: ['a {size} pizza with {toppings}'],
          slots: [
            { name: 'size', type: 'SIZE', samples: ['{size} please'], multipleValues: false },
            { name: 'toppings', type: 'TOPPING', samples: [], multipleValues: true },
          ],
        },
        { name: 'AMAZON.HelpIntent', samples: [], slots: [] },
      ],
      types: [
        {
          name: 'SIZE',
          values: [
            { id: 'L', name: 'large', synonyms: ['big'] },
            { id: undefined, name: 'small', synonyms: [] },
          ],
        },
      ],
      dialog: undefined,
    })
  })

  it('reads a model without the outer interactionModel', () => {
    const withOuter = readInteractionModel('en-US', { interactionModel: { languageModel } })
    expect(readInteractionModel('en-US', { languageModel })).toEqual(withOuter)
  })

  it('reads the dialog model with its prompts', () => {
    const { dialog } = readInteractionModel('en-US', {
      interactionModel: {
        languageModel,
        dialog: {
          delegationStrategy: 'ALWAYS',
          intents: [
            {
              name: 'OrderIntent',
              delegationStrategy: 'SKILL_RESPONSE',
              confirmationRequired: true,
              prompts: { confirmation: 'Confirm.Order' },
              slots: [
                {
                  name: 'size',
                  type: 'SIZE',
                  elicitationRequired: true,
                  confirmationRequired: false,
                  prompts: { elicitation: 'Elicit.Size' },
                  validations: [{ type: 'isInSet', prompt: 'Invalid.Size', values: ['large'] }],
                },
              ],
            },
          ],
        },
        prompts: [
          { id: 'Elicit.Size', variations: [{ type: 'PlainText', value: 'Which size?' }] },
          { id: 'Confirm.Order', variations: [{ type: 'SSML', value: '<speak>Right?</speak>' }] },
        ],
      },
    })
    expect(dialog).toEqual({
      delegationStrategy: 'ALWAYS',
      intents: [
        {
          name: 'OrderIntent',
          delegationStrategy: 'SKILL_RESPONSE',
          confirmationRequired: true,
          confirmationPrompt: 'Confirm.Order',
          slots: [
            {
              name: 'size',
              type: 'SIZE',
              elicitationRequired: true,
              elicitationPrompt: 'Elicit.Size',
              confirmationRequired: false,
              confirmationPrompt: undefined,
              validations: [{ type: 'isInSet', prompt: 'Invalid.Size', members: { values: ['large'] } }],
            },
          ],
        },
      ],
      prompts: new Map([
        ['Elicit.Size', [{ type: 'PlainText', value: 'Which size?' }]],
        ['Confirm.Order', [{ type: 'SSML', value: '<speak>Right?</speak>' }]],
      ]),
    })
  })

  it.each([undefined, null, 'broken', [], {}, { languageModel: { intents: { name: 'x' }, types: [null, {}] } }])(
    'reads %j as a model without intents',
    (json) => {
      expect(readInteractionModel('de-DE', json)).toEqual({
        locale: 'de-DE',
        invocationName: undefined,
        intents: [],
        types: [],
        dialog: undefined,
      })
    },
  )
})
