import { type Emulator, startEmulator } from '@alexa-profile/emulator'
import { ExpressJs } from '@jovotech/server-express'
import express from 'express'
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { booked } from './booking.js'

const apps = { before: () => import('./before.js'), after: () => import('./after.js') }
let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
  process.env.ALEXA_PROFILE_ENDPOINT = emulator.url
})
beforeEach(() => {
  booked.length = 0
})
afterAll(() => emulator.close())

/** Starts a skill on a free port and returns its URL. */
async function skill(name: keyof typeof apps): Promise<string> {
  const { app } = await apps[name]()
  await app.initialize()
  const server = express()
    .use(express.json())
    .post('/', (request, response) => app.handle(new ExpressJs(request, response)))
    .listen(0)
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/`
}

it.each(['before', 'after'] as const)('%s: asks with a card, then books', async (name) => {
  const customer = emulator.addCustomer({ email: 'ann@example.com' })
  const device = emulator.device(await skill(name), { customer })
  expect((await device.intent('BookTableIntent')).card?.permissions).toEqual(['alexa::profile:email:read'])
  customer.cards[0]?.grant()
  expect(await device.intent('BookTableIntent')).toMatchObject({ speech: 'Your table is booked.', violations: [] })
  expect(booked).toEqual(['ann@example.com'])
})

it('after: does not book with "" if no address is stored', async () => {
  const customer = emulator.addCustomer({})
  customer.grant('email')
  await emulator.device(await skill('before'), { customer }).intent('BookTableIntent')
  expect(booked).toEqual([''])
  const turn = await emulator.device(await skill('after'), { customer }).intent('BookTableIntent')
  expect(turn.speech).toMatch(/add what's missing in the Alexa app/)
  expect(booked).toHaveLength(1)
})

it('after: does not book with an HTML page', async () => {
  const customer = emulator.addCustomer({ email: 'ann@example.com' })
  customer.grant('email')
  emulator.situation('html')
  onTestFinished(() => emulator.clearSituations())
  await emulator.device(await skill('before'), { customer }).intent('BookTableIntent')
  expect(booked).toEqual([expect.stringContaining('<!doctype html>')])
  await emulator.device(await skill('after'), { customer }).intent('BookTableIntent')
  expect(booked).toHaveLength(1)
})
