import { createRequire } from 'node:module'
import { createAlexaProfile } from '@alexa-profile/ask-sdk'
import { startEmulator } from '@alexa-profile/emulator'
import { median, quantile } from '../rig/statistics.mjs'

const { SkillBuilders } = createRequire(import.meta.url)('ask-sdk-core')

/**
 * Measures the turns of a skill that requires a profile: through the emulator's device, and by calling the skill; in
 * milliseconds.
 */
export async function measureEmulator(turns) {
  const emulator = await startEmulator()
  const { requireProfile } = createAlexaProfile({ allowedEndpoints: [emulator.url] })
  const bookTable = requireProfile(
    { required: ['givenName', 'email'] },
    {
      canHandle: () => true,
      handle: (input, { givenName }) => input.responseBuilder.speak(`Thank you, ${givenName}.`).getResponse(),
    },
  )
  const skill = SkillBuilders.custom().addRequestHandlers(bookTable).create()
  let lastEnvelope
  const device = emulator.device((envelope, context) => {
    lastEnvelope = envelope
    return skill.invoke(envelope, context)
  })
  await device.intent('BookTableIntent')
  for (const card of emulator.customer.cards) card.grant()
  const { speech } = await device.intent('BookTableIntent')
  if (speech !== 'Thank you, Ann.') throw new Error(`The skill says ${speech}`)

  const startedAt = performance.now()
  const through = await timesOf(turns, () => device.intent('BookTableIntent'))
  const inAllMs = performance.now() - startedAt
  const direct = await timesOf(turns, () => skill.invoke(structuredClone(lastEnvelope)))
  await emulator.close()
  return {
    turns,
    inAllMs,
    through: { p50: median(through), p99: quantile(through, 0.99) },
    direct: { p50: median(direct), p99: quantile(direct, 0.99) },
  }
}

async function timesOf(count, work) {
  const times = []
  for (let index = 0; index < count; index += 1) {
    const startedAt = performance.now()
    await work()
    times.push(performance.now() - startedAt)
  }
  return times
}
