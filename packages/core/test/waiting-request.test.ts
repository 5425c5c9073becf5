import { expect, it } from 'vitest'
import { readConsentToken, writeConsentToken } from '../src/ask/consent-token.js'
import { waitingRequest } from '../src/ask/waiting-request.js'
import { readConsentAnswer, respondTo } from '../src/index.js'
import { askForConsent } from '../src/testing.js'
import { envelopeFor } from './support/envelope.js'
import { warningsOf } from './support/warnings.js'

/** A slot in Alexa's format since 2021. */
function resolvedSlot(name: string, value: string) {
  const authority = `amzn1.er-authority.echo-sdk.amzn1.ask.skill.1a2b3c4d-1a2b-1a2b-1a2b-1a2b3c4d5e6f.${name.toUpperCase()}`
  const values = [{ value: { name: value, id: 'c81e728d9d4c2f636f067f89cc14862c' } }]
  const resolutions = { resolutionsPerAuthority: [{ authority, status: { code: 'ER_SUCCESS_MATCH' }, values }] }
  return {
    name,
    value,
    resolutions,
    confirmationStatus: 'NONE',
    source: 'USER',
    slotValue: { type: 'Simple', value, resolutions },
  }
}

function envelopeWith(request: object) {
  const envelope = envelopeFor('https://api.amazonalexa.com')
  return { ...envelope, request: { ...envelope.request, ...request } }
}

/** The request that is resumed with the customer's answer. */
function waitingAfter(request: object) {
  const envelope = envelopeWith(request)
  const [directive] = respondTo(askForConsent(['email']), { envelope, consent: 'voice' }).directives ?? []
  const cause = { type: 'ConnectionCompleted', token: directive?.token, status: { code: '200' }, result: {} }
  return readConsentAnswer(envelopeWith({ type: 'SessionResumedRequest', cause }))?.waiting?.request
}

it('keeps an intent with four resolved slots until the answer and returns it complete', () => {
  const slots = {
    date: resolvedSlot('date', 'tomorrow'),
    size: resolvedSlot('partySize', 'four'),
    room: resolvedSlot('room', 'garden'),
    menu: resolvedSlot('menu', 'vegetarian'),
    empty: { name: 'empty', confirmationStatus: 'NONE' },
  }
  const request = {
    type: 'IntentRequest',
    dialogState: 'COMPLETED',
    intent: { name: 'BookTableIntent', confirmationStatus: 'NONE', slots },
  }
  expect(waitingAfter(request)).toEqual(request)
})

it('returns a slotValue that differs from its slot unchanged', () => {
  const list = {
    type: 'List',
    values: [
      { type: 'Simple', value: 'a' },
      { type: 'Simple', value: 'b' },
    ],
  }
  const other = { type: 'Simple', value: 'another' }
  const slots = {
    toppings: { name: 'toppings', slotValue: list },
    odd: { name: 'odd', value: 'one', slotValue: other },
  }
  const request = { type: 'IntentRequest', intent: { name: 'OrderIntent', slots } }
  expect(waitingAfter(request)).toEqual(request)
})

it('returns the task of a launch', () => {
  const task = {
    name: 'AMAZON.PrintPDF',
    version: '1',
    input: { '@type': 'PrintPDFRequest', url: 'https://example.com' },
  }
  expect(waitingAfter({ type: 'LaunchRequest', task })).toEqual({ type: 'LaunchRequest', task })
})

it('returns the state of a dialog', () => {
  const request = { type: 'IntentRequest', dialogState: 'IN_PROGRESS', intent: { name: 'BookTableIntent' } }
  expect(waitingAfter(request)).toEqual(request)
})

it('stores a slotValue that repeats its slot as a marker, with or without resolutions', () => {
  const plain = { name: 'date', value: 'tomorrow', slotValue: { type: 'Simple', value: 'tomorrow' } }
  for (const slot of [plain, resolvedSlot('date', 'tomorrow')]) {
    const waiting = {
      handler: 'me',
      request: { type: 'IntentRequest' as const, intent: { name: 'BookIntent', slots: { date: slot, odd: 'x' } } },
    }
    const token = writeConsentToken({ fields: ['email'], waiting })
    expect(token).toContain('"slotValue":true')
    expect(readConsentToken(token)?.waiting).toStrictEqual(waiting)
  }
})

it.each([
  ['an intent without a name', 'me', { type: 'IntentRequest', intent: {} }],
  ['an intent of null', 'me', { type: 'IntentRequest', intent: null }],
  ['another request type with an intent', 'me', { type: 'CanFulfillIntentRequest', intent: { name: 'BookIntent' } }],
  ['a handler without a name', 7, { type: 'LaunchRequest' }],
])('does not keep %s', (_, handler, request) => {
  expect(waitingRequest(handler, request)).toBeUndefined()
})

it('keeps only the members that belong to a request', () => {
  const intent = { name: 'BookIntent' }
  const odd = { dialogState: 7, requestId: 'r', task: {}, intent }
  expect(waitingRequest('', { ...odd, type: 'IntentRequest' })).toStrictEqual({
    handler: '',
    request: { type: 'IntentRequest', intent },
  })
  expect(waitingRequest('', { ...odd, task: 'x', type: 'LaunchRequest' })).toStrictEqual({
    handler: '',
    request: { type: 'LaunchRequest' },
  })
})

it('warns once for each reason if a card replaces voice consent', async () => {
  const long = { name: 'BookTableIntent', slots: { date: { name: 'date', value: 'x'.repeat(3000) } } }
  const respond = (request: object) =>
    respondTo(askForConsent(['email']), { envelope: envelopeWith(request), consent: 'voice' })
  const warnings = await warningsOf(async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      expect(respond({ type: 'IntentRequest', intent: long }).card).toBeDefined()
      expect(respond({ type: 'Display.ElementSelected' }).card).toBeDefined()
    }
    respondTo(askForConsent(['email']), { envelope: envelopeWith({}), consent: 'card' })
    respondTo(askForConsent(['email', 'address']), { envelope: envelopeWith({}), consent: 'voice' })
  })
  expect(warnings.map(({ code, message }) => [code, message])).toEqual([
    ['ALEXA_PROFILE_CARD_INSTEAD_OF_VOICE', expect.stringContaining('The intent does not fit')],
    ['ALEXA_PROFILE_CARD_INSTEAD_OF_VOICE', expect.stringContaining('Only a launch or an intent')],
    ['ALEXA_PROFILE_CARD_INSTEAD_OF_VOICE', expect.stringContaining('email and address by voice')],
  ])
})
