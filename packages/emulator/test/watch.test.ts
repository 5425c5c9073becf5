import { expect, it, vi } from 'vitest'
import type { EmulatorWatcher, RequestEnvelope, TurnOrigin } from '../src/index.js'
import { call, emailPath } from './call.js'
import { dialogModel } from './pizza-model.js'
import { started } from './started.js'

const response = { version: '1.0', response: { shouldEndSession: false } }

/** A skill that reads the email address twice at the same time. */
async function skill({ context: { System } }: RequestEnvelope) {
  const headers = { authorization: `Bearer ${System.apiAccessToken}` }
  const read = () => fetch(`${System.apiEndpoint}${emailPath}`, { headers }).then((sent) => sent.text())
  await Promise.all([read(), read()])
  return response
}

it('a turn contains only the requests that the skill made in it', async () => {
  const emulator = await started()
  emulator.situation('throttled', { requests: 1 })
  const device = emulator.device(skill)
  await call(emulator, emailPath)
  const [first, second] = [await device.open(), await device.open()]
  expect(first.apiRequests).toMatchObject([
    { field: 'email', level: 'customer', token: 'valid', status: 403 },
    { field: 'email', level: 'customer', token: 'valid', status: 403 },
  ])
  expect(first.apiRequests[0]?.envelopeRequestId).toBe(first.request?.request.requestId)
  expect(second.apiRequests).toHaveLength(2)
  expect(emulator.requests).toEqual([
    expect.objectContaining({ status: 429 }),
    ...first.apiRequests,
    ...second.apiRequests,
  ])
  expect((await emulator.device(() => response).open()).apiRequests).toEqual([])
})

it('calls watchers with everything that happens until they are removed', async () => {
  const emulator = await started()
  const watcher = {
    turnBegun: vi.fn<NonNullable<EmulatorWatcher['turnBegun']>>(),
    turnEnded: vi.fn<NonNullable<EmulatorWatcher['turnEnded']>>(),
    apiRequest: vi.fn<NonNullable<EmulatorWatcher['apiRequest']>>(),
    eventDelivered: vi.fn<NonNullable<EmulatorWatcher['eventDelivered']>>(),
    changed: vi.fn<NonNullable<EmulatorWatcher['changed']>>(),
  }
  const stop = emulator.watch(watcher)
  emulator.subscribe(() => ({}))
  const turn = await emulator.device(skill).open()
  emulator.customer.grant('email')
  await emulator.eventsDelivered()
  expect(watcher.turnBegun.mock.calls).toEqual([
    [turn.request, emulator.customer, { understood: undefined, isDelegated: false }],
  ])
  expect(watcher.turnEnded.mock.calls).toEqual([[turn, response]])
  expect(new Set(watcher.apiRequest.mock.calls.map(([request]) => request))).toEqual(new Set(turn.apiRequests))
  expect(watcher.eventDelivered.mock.calls).toEqual([[emulator.events[0]]])
  expect(watcher.changed).toHaveBeenCalledOnce()

  stop()
  await emulator.device(skill).open()
  expect(watcher.turnBegun).toHaveBeenCalledOnce()
})

it('passes what Alexa has understood to watchers, also if a request follows a delegated dialog', async () => {
  const emulator = await started({ skill: { interactionModels: { 'en-US': dialogModel('SKILL_RESPONSE') } } })
  const delegated = { version: '1.0', response: { directives: [{ type: 'Dialog.Delegate' }] } }
  const responses = [delegated, { version: '1.0', response: { shouldEndSession: true } }]
  const origins: TurnOrigin[] = []
  emulator.watch({ turnBegun: (_envelope, _customer, origin) => void origins.push(origin) })
  const device = emulator.device(() => responses.shift())
  const { understood } = await device.say('a large pizza with ham at half past seven')
  expect(understood?.intent).toBe('OrderIntent')
  expect(origins).toEqual([
    { understood, isDelegated: false },
    { understood, isDelegated: true },
  ])
})

it('continues with a warning if a watcher throws', async () => {
  const emulator = await started()
  const warning = new Promise((resolve) => process.once('warning', resolve))
  emulator.watch({
    turnBegun() {
      throw new Error('broken watcher')
    },
  })
  expect((await emulator.device(() => response).open()).violations).toEqual([])
  expect(await warning).toMatchObject({ message: 'broken watcher' })
})

it('serves claimed requests on its port, and the profile API for other requests', async () => {
  const emulator = await started()
  const stop = emulator.serve((request, reply) => {
    if (request.url !== '/page') return false
    reply.end('a page')
    return true
  })
  expect(await call(emulator, '/page', { body: 'a body' })).toMatchObject({ status: 200, body: 'a page' })
  expect(await call(emulator, emailPath)).toMatchObject({ status: 403 })
  stop()
  expect(await call(emulator, '/page')).toMatchObject({ status: 404 })
})

it('responds with status 500 if a claim throws, and continues', async () => {
  const emulator = await started()
  const warning = new Promise((resolve) => process.once('warning', resolve))
  const stop = emulator.serve(() => {
    throw new Error('broken page')
  })
  expect(await call(emulator, '/page')).toMatchObject({ status: 500, body: '' })
  expect(await warning).toMatchObject({ message: 'broken page' })
  stop()
  expect(await call(emulator, emailPath)).toMatchObject({ status: 403 })
})

it('recognizes a percent-encoded path', async () => {
  const emulator = await started()
  const path = emailPath.replace('~', '%7E')
  expect(await call(emulator, path)).toMatchObject({ status: 403 })
  expect(emulator.requests).toMatchObject([{ path, field: 'email' }])
  expect(await call(emulator, '/v2/%E0%A4%A')).toMatchObject({ status: 404 })
})
