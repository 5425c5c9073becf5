/**
 * What a turn through the emulator's device costs over calling the skill directly, and how long a thousand turns take: a
 * suite of tests that talks to the emulator should not be slow for it. Run it after a build: `pnpm bench:emulator`.
 */
import { createRequire } from 'node:module'
import { createAlexaProfile } from '@alexa-profile/ask-sdk'
import { startEmulator } from '@alexa-profile/emulator'
import { median, quantile } from './rig/statistics.mjs'

const turns = 1000
/** Milliseconds. */
const [mostOverhead, mostInAll] = [5, 10_000]

const { SkillBuilders } = createRequire(import.meta.url)('ask-sdk-core')

const emulator = await startEmulator()
const { requireProfile } = createAlexaProfile({ allowedEndpoints: [emulator.url] })
let lastEnvelope
const bookTable = requireProfile(
  { required: ['givenName', 'email'] },
  {
    canHandle: () => true,
    handle: (input, { givenName }) => input.responseBuilder.speak(`Thank you, ${givenName}.`).getResponse(),
  },
)
const skill = SkillBuilders.custom().addRequestHandlers(bookTable).create()
const handler = (envelope, context) => {
  lastEnvelope = envelope
  return skill.invoke(envelope, context)
}
const device = emulator.device(handler)

async function timed(work) {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

await device.say('BookTableIntent')
for (const card of emulator.customer.cards) card.grant()
const { speech } = await device.say('BookTableIntent')
if (speech !== 'Thank you, Ann.') throw new Error(`The skill says ${speech}`)

const through = []
const direct = []
const inAll = await timed(async () => {
  for (let turn = 0; turn < turns; turn += 1) through.push(await timed(() => device.say('BookTableIntent')))
})
for (let turn = 0; turn < turns; turn += 1) direct.push(await timed(() => skill.invoke(structuredClone(lastEnvelope))))
await emulator.close()

const overhead = median(through) - median(direct)
console.table({
  'through the device': { 'median, ms': median(through).toFixed(2), '99 %, ms': quantile(through, 0.99).toFixed(2) },
  'the skill called directly': {
    'median, ms': median(direct).toFixed(2),
    '99 %, ms': quantile(direct, 0.99).toFixed(2),
  },
})
console.log(
  `emulator: ${overhead.toFixed(2)} ms over a direct call (at most ${mostOverhead}), ${turns} turns in ${(inAll / 1000).toFixed(1)} s (at most ${mostInAll / 1000})`,
)
process.exitCode = overhead <= mostOverhead && inAll <= mostInAll ? 0 : 1
