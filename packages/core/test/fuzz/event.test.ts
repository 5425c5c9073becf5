import assert from 'node:assert'
import fc from 'fast-check'
import { newest, readEnablementEvent, readPermissionEvent, respondTo, toResponseEnvelope } from '../../src/index.js'
import { askForConsent } from '../../src/testing.js'
import { envelopeFor, person } from '../support/envelope.js'
import { fuzz } from '../support/fuzz.js'
import { anything, mutated, secret } from '../support/hostile.js'

const { session: _, context, ...rest } = envelopeFor('https://api.amazonalexa.com', { person })
const eventEnvelope = {
  ...rest,
  context,
  request: {
    type: 'AlexaSkillEvent.SkillPermissionAccepted',
    requestId: 'amzn1.echo-api.request.1',
    timestamp: '2026-11-22T10:00:00Z',
    eventCreationTime: '2026-11-22T09:59:58Z',
    eventPublishingTime: '2026-11-22T09:59:59Z',
    body: {
      acceptedPermissions: [{ scope: 'alexa::profile:email:read' }, { scope: 'alexa::profile:name:read' }],
      acceptedPersonPermissions: [{ scope: 'alexa::profile:given_name:read' }],
      userInformationPersistenceStatus: 'PERSISTED',
    },
  },
}
const types = ['SkillPermissionAccepted', 'SkillPermissionChanged', 'SkillEnabled', 'SkillDisabled']
const typeNames = types.map((name) => `AlexaSkillEvent.${name}`)
const dates = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.string(),
)
const parts = fc.oneof(anything, fc.constantFrom(...typeNames), dates)

function assertEvent(envelope: unknown): void {
  const [permission, enablement] = [readPermissionEvent(envelope), readEnablementEvent(envelope)]
  assert(permission === undefined || enablement === undefined)
  const event = permission ?? enablement
  if (event === undefined) return
  assert(typeNames.includes(event.type) && typeof event.userId === 'string' && typeof event.requestId === 'string')
  assert(!Number.isNaN(event.createdAt.getTime()) && !Number.isNaN(event.publishedAt.getTime()))
  assert(event.personId === undefined || typeof event.personId === 'string')
  if (permission) {
    const scopes = [...permission.accepted, ...(permission.acceptedBySpeaker ?? [])]
    assert(scopes.every((scope) => typeof scope === 'string'))
  }
  assert([undefined, true, false].includes(enablement?.keepsData))
}

fuzz('reads any value as a skill event or ignores it, and never throws', fc.property(anything, assertEvent))
fuzz(
  'reads or ignores events with changed parts, and never throws',
  fc.property(mutated(eventEnvelope, parts), assertEvent),
  1500,
)

fuzz(
  'picks the same newest event in every order of arrival, with duplicates and late events',
  fc.property(fc.array(fc.tuple(dates, dates), { minLength: 1, maxLength: 6 }), fc.nat(), (times, turnBy) => {
    const events = times.flatMap(([eventCreationTime, eventPublishingTime]) => {
      const request = { ...eventEnvelope.request, eventCreationTime, eventPublishingTime }
      return readPermissionEvent({ ...eventEnvelope, request: request }) ?? []
    })
    if (events.length === 0) return
    const from = turnBy % events.length
    const turned = [...events.slice(from), ...events.slice(0, from)]
    const pick = (list: typeof events) => list.reduce((a, b) => newest(a, b))
    const stamp = ({ createdAt, publishedAt }: (typeof events)[number]) => [createdAt.getTime(), publishedAt.getTime()]
    assert.deepStrictEqual(stamp(pick(turned)), stamp(pick(events)))
    assert.deepStrictEqual(stamp(pick([...events].reverse())), stamp(pick(events)))
  }),
)

fuzz(
  'builds a response for any options without an error and without quoting secrets',
  fc.property(fc.oneof(anything, mutated(envelopeFor('https://api.amazonalexa.com'))), (envelope) => {
    for (const consent of ['card', 'voice'] as const) {
      const response = respondTo(askForConsent(['email']), { envelope: envelope as never, consent })
      const { outputSpeech, card, directives } = toResponseEnvelope(response).response
      assert((outputSpeech === undefined) === (card === undefined && directives === undefined))
      assert(!JSON.stringify([outputSpeech, card]).includes(secret))
    }
  }),
)
