import { eventNames, permissionEventNames } from '../event-names.js'
import { isObject } from '../is-object.js'
import type { ManifestPath } from '../manifest-path.js'
import type { ManifestRules, Problem } from '../manifest-rule.js'
import { nearestName } from '../nearest-name.js'
import { quote } from '../quote.js'
import type { Subject } from '../subject.js'

// Read 2026-11-22.
const eventsGuide = 'https://developer.amazon.com/en-US/docs/alexa/smapi/skill-events-in-alexa-skills.html'
const manifestSchema = 'https://developer.amazon.com/en-US/docs/alexa/smapi/skill-manifest.html'
const smapiModel = 'https://github.com/alexa/alexa-apis-for-nodejs/blob/master/ask-smapi-model/index.ts'

/** The prefix of an event's request type. Developers write it in place of the subscription's name. */
const requestTypePrefix = 'AlexaSkillEvent.'

const subscriptionsPath: ManifestPath = ['events', 'subscriptions']

/** The rules about `events`, except for the form of its endpoints. */
export const eventRules: ManifestRules = {
  'events-shape': {
    severity: 'error',
    why: 'Amazon rejects a manifest whose `events.subscriptions` is not a list of `{ "eventName": … }`.',
    source: manifestSchema,
    problems: ({ at }) => {
      const events = at('events')
      if (events === undefined) return []
      if (!isObject(events)) {
        return [{ message: 'events must be an object with endpoint and subscriptions.', path: ['events'] }]
      }
      const subscriptions = events.subscriptions
      if (subscriptions === undefined) return []
      if (!Array.isArray(subscriptions)) {
        return [{ message: 'subscriptions must be a list of { "eventName": "…" }.', path: subscriptionsPath }]
      }
      return subscriptions.flatMap((entry: unknown, index): Problem | [] => {
        if (isObject(entry) && typeof entry.eventName === 'string') return []
        const message =
          'A subscription must be an object with an eventName: { "eventName": "SKILL_PERMISSION_ACCEPTED" }.'
        return { message, path: [...subscriptionsPath, index] }
      })
    },
  },
  'event-name-unknown': {
    severity: 'error',
    why: 'A subscription to an event that does not exist is rejected, or has no effect.',
    source: smapiModel,
    problems: (subject) =>
      subscribedEvents(subject).flatMap(({ name, path }) => {
        const isOfDevice = name.includes('.') && !name.startsWith(requestTypePrefix)
        if (isOfDevice || eventNames.includes(name)) return []
        const nearest = nearestName(name, eventNames)
        const advice = nearest === undefined ? 'Check the name, or remove it' : `Write ${quote(nearest)}`
        return { message: `Unknown event ${quote(name)}. ${advice}.`, path: [...path, 'eventName'] }
      }),
  },
  'permission-event-missing': {
    severity: 'error',
    why: 'Alexa reports consent only to a skill that subscribes. The first grant and later changes are two events.',
    source: eventsGuide,
    problems: (subject) => {
      if (subject.use.events !== true) return []
      const subscribed = new Set(subscribedEvents(subject).map(({ name }) => nearestName(name, eventNames)))
      return permissionEventNames.flatMap((name) => {
        if (subscribed.has(name)) return []
        const message = `The skill handles permission events. Subscribe to { "eventName": "${name}" }.`
        return { message, path: subscriptionsPath }
      })
    },
  },
  'events-endpoint-missing': {
    severity: 'error',
    why: '`events` has a separate endpoint, which may be the same function. Without it, Alexa sends no events.',
    source: smapiModel,
    problems: ({ use, at }) => {
      const subscriptions = at(...subscriptionsPath)
      const isSubscribed = Array.isArray(subscriptions) && subscriptions.length > 0
      if (at('events', 'endpoint') !== undefined || !(isSubscribed || use.events === true)) return []
      const found = isSubscribed
        ? 'events has subscriptions and no endpoint'
        : 'The skill handles permission events, and events has no endpoint'
      const message =
        `${found}. Add events.endpoint with its uri. ask-cli adds it on deploy if ` +
        'skillInfrastructure.userConfig.skillEvents in ask-resources.json lists the subscriptions.'
      return [{ message, path: ['events', 'endpoint'] }]
    },
  },
}

function subscribedEvents({ at }: Subject): { name: string; path: ManifestPath }[] {
  const subscriptions = at(...subscriptionsPath)
  if (!Array.isArray(subscriptions)) return []
  return subscriptions.flatMap((entry: unknown, index) => {
    const name = isObject(entry) ? entry.eventName : undefined
    return typeof name === 'string' ? { name, path: [...subscriptionsPath, index] } : []
  })
}
