import { describe, expect, it } from 'vitest'
import { pizzaModel } from './pizza-model.js'
import { type Event, say, script } from './scripted-skill.js'
import { started } from './started.js'

const skillId = 'amzn1.ask.skill.pizza'

/** Returns the request that a skill gets for an intent. */
async function requestFor(name: string, slots?: Readonly<Record<string, string | readonly string[]>>) {
  const emulator = await started({ skill: { skillId, interactionModels: { 'en-US': pizzaModel } } })
  const { skill, events } = script(say('Here you are.'))
  await emulator.device(skill).intent(name, slots)
  return (events[0] as Event).request
}

const authority = (type: string) => `amzn1.er-authority.echo-sdk.${skillId}.${type}`

describe('an intent of the interaction model', () => {
  it('has no slots if it has none in the model, and no dialog state without a dialog', async () => {
    const request = await requestFor('BillIntent')
    expect(request.intent).toEqual({ name: 'BillIntent', confirmationStatus: 'NONE' })
    expect(request).not.toHaveProperty('dialogState')
    expect((await requestFor('AMAZON.StopIntent')).intent).toEqual({
      name: 'AMAZON.StopIntent',
      confirmationStatus: 'NONE',
    })
  })

  it("has every slot, resolves values of the skill's types, and leaves unfilled slots without a value", async () => {
    const request = await requestFor('OrderIntent', { size: 'Big', time: '19:30' })
    const resolutions = {
      resolutionsPerAuthority: [
        {
          authority: authority('SIZE'),
          status: { code: 'ER_SUCCESS_MATCH' },
          values: [{ value: { name: 'large', id: 'L' } }],
        },
      ],
    }
    expect(request.intent).toEqual({
      name: 'OrderIntent',
      confirmationStatus: 'NONE',
      slots: {
        size: {
          name: 'size',
          value: 'Big',
          resolutions,
          confirmationStatus: 'NONE',
          source: 'USER',
          slotValue: { type: 'Simple', value: 'Big', resolutions },
        },
        toppings: { name: 'toppings', confirmationStatus: 'NONE' },
        time: {
          name: 'time',
          value: '19:30',
          confirmationStatus: 'NONE',
          source: 'USER',
          slotValue: { type: 'Simple', value: '19:30' },
        },
      },
    })
  })

  it.each([
    ['HUGE', 'ER_SUCCESS_MATCH', ['L', 'XL']],
    ['extra  large', 'ER_SUCCESS_MATCH', ['XL']],
    ['tiny', 'ER_SUCCESS_NO_MATCH', undefined],
  ])('resolves %s as %s', async (size, code, ids) => {
    const { intent } = (await requestFor('OrderIntent', { size })) as unknown as OrderRequest
    const [match] = intent.slots.size?.resolutions?.resolutionsPerAuthority ?? []
    expect(match?.status).toEqual({ code })
    expect(match?.values?.map(({ value }) => value.id)).toEqual(ids)
  })

  it('uses the MD5 hash of the name as the id of a value without an id', async () => {
    const { intent } = (await requestFor('OrderIntent', { toppings: 'ham' })) as unknown as OrderRequest
    const [match] = intent.slots.toppings?.resolutions?.resolutionsPerAuthority ?? []
    // md5sum of "ham"
    expect(match?.values).toEqual([{ value: { name: 'ham', id: '79af0c177db2ee64b7301af6e1d53634' } }])
  })

  it('contains several values as a list, for a slot with multiple values', async () => {
    const { intent } = (await requestFor('OrderIntent', { toppings: ['ham', 'tofu'] })) as unknown as OrderRequest
    expect(intent.slots.toppings).toMatchObject({
      name: 'toppings',
      confirmationStatus: 'NONE',
      source: 'USER',
      slotValue: {
        type: 'List',
        values: [
          {
            type: 'Simple',
            value: 'ham',
            resolutions: { resolutionsPerAuthority: [{ authority: authority('TOPPING') }] },
          },
          {
            type: 'Simple',
            value: 'tofu',
            resolutions: { resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_NO_MATCH' } }] },
          },
        ],
      },
    })
    expect(intent.slots.toppings).not.toHaveProperty('value')
    expect(intent.slots.toppings).not.toHaveProperty('resolutions')
  })
})

describe('a mistake in an intent is an error', () => {
  it.each([
    ['OrderIntnt', {}, 'intent-unknown', 'Did you mean "OrderIntent"?'],
    ['AMAZON.HelpIntnt', {}, 'intent-unknown', 'Did you mean "AMAZON.HelpIntent"?'],
    ['Unheard', {}, 'intent-unknown', 'The interaction model for en-US has OrderIntent, BillIntent'],
    ['OrderIntent', { sise: 'big' }, 'slot-unknown', 'Did you mean "size"? Known slots: size, toppings, time.'],
    ['BillIntent', { size: 'big' }, 'slot-unknown', 'BillIntent has no slots.'],
    ['AMAZON.StopIntent', { size: 'big' }, 'slot-unknown', 'has no slots'],
    ['OrderIntent', { size: ['big', 'huge'] }, 'option-invalid', 'The value of the slot size must be a string.'],
    ['OrderIntent', { toppings: [1] as never }, 'option-invalid', 'must be a string, or an array of strings'],
  ] as const)('%s with %j', async (name, slots, code, message) => {
    const error: unknown = await requestFor(name, slots).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ name: 'EmulatorError', code })
    expect(String(error)).toContain(message)
  })

  it('is not an error without an interaction model', async () => {
    const emulator = await started()
    const { skill, events } = script(say('Fine.'))
    await emulator.device(skill).intent('AnyIntent', { any: 'thing' })
    expect(events[0]?.request.intent).toMatchObject({ name: 'AnyIntent', slots: { any: { value: 'thing' } } })
  })
})

interface OrderRequest {
  readonly intent: {
    readonly slots: Readonly<
      Record<
        string,
        {
          resolutions?: {
            resolutionsPerAuthority: { status: object; values?: { value: { name: string; id: string } }[] }[]
          }
        }
      >
    >
  }
}
