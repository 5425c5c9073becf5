import { expect, it } from 'vitest'
import { isEvent, isHeard } from '../src/index.js'

const inSession = (type: string) => ({ session: { new: true }, request: { type } })
const outside = (type: string) => ({ request: { type } })

it.each([
  'LaunchRequest',
  'IntentRequest',
  'SessionResumedRequest',
  'Alexa.Presentation.APL.UserEvent',
  'Connections.Response',
  'Display.ElementSelected',
])('the customer hears the response to %s, which is not an event', (type) => {
  expect([isHeard(inSession(type)), isEvent(inSession(type))]).toEqual([true, false])
})

it.each(['SessionEndedRequest', 'System.ExceptionEncountered', 'CanFulfillIntentRequest'])(
  'the customer does not hear the response to %s, which is not an event',
  (type) => {
    expect([isHeard(inSession(type)), isEvent(inSession(type))]).toEqual([false, false])
  },
)

it.each([
  'AlexaSkillEvent.SkillPermissionAccepted',
  'AlexaSkillEvent.SkillAccountLinked',
  'AlexaSkillEvent.ProactiveSubscriptionChanged',
  'AlexaHouseholdListEvent.ItemsCreated',
  'Reminders.ReminderStarted',
  'Messaging.MessageReceived',
])('%s is an event, even in a session, and the customer does not hear the response', (type) => {
  expect([isHeard(outside(type)), isEvent(outside(type))]).toEqual([false, true])
  expect([isHeard(inSession(type)), isEvent(inSession(type))]).toEqual([false, true])
})

it('treats requests of other interfaces outside a session as events, except those of the audio player', () => {
  for (const type of ['Alexa.DataStore.PackageManager.UsagesInstalled', 'Alexa.AudioPlayer.Events']) {
    expect(isEvent(outside(type))).toBe(true)
  }
  for (const type of ['AudioPlayer.PlaybackStarted', 'PlaybackController.NextCommandIssued', 'IntentRequest']) {
    expect([isHeard(outside(type)), isEvent(outside(type))]).toEqual([false, false])
  }
})

it('never throws', () => {
  const broken = {
    get request(): never {
      throw new Error('secret')
    },
    session: {},
  }
  for (const envelope of [undefined, null, 'text', broken]) {
    expect([isHeard(envelope), isEvent(envelope)]).toEqual([true, false])
  }
  expect([isHeard({}), isEvent({})]).toEqual([false, false])
})
