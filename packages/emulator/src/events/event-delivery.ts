import { setTimeout as sleep } from 'node:timers/promises'
import { createBoundedList } from '../base/bounded-list.js'
import { checkResponse } from '../rules/check-response.js'
import { callSkill } from '../skill/call-skill.js'
import type { LambdaRuntime } from '../skill/lambda-runtime.js'
import type { Skill } from '../skill/skill.js'
import type { SkillDefinition } from '../skill/skill-definition.js'
import type { Violation } from '../skill/violation.js'
import { readResponse } from '../wire/response.js'
import type { EventEnvelope } from '../wire/skill-event.js'
import type { EventSituations } from './event-situation.js'

/** One event that was sent to a subscriber, or whose delivery failed. */
export interface DeliveredEvent {
  /** The envelope, the same for each attempt. */
  readonly envelope: EventEnvelope
  /** Whether the skill package subscribes to this event. If false, Alexa does not send it. */
  readonly subscribed: boolean
  /**
   * The number of times that it was sent until the skill acknowledged it or the emulator gave up. 0 without a
   * subscription.
   */
  readonly attempts: number
  /**
   * Whether the skill returned nothing, `{}` or a response. Amazon does not document what counts as an acknowledgement.
   * This is an inference from its samples.
   */
  readonly acknowledged: boolean
  /** The rules that the last response breaks. */
  readonly violations: readonly Violation[]
}

/** Delivers events. @internal */
export interface EventDelivery {
  subscribe(skill: Skill): () => void
  /** Queues an event for the current subscribers. Without subscribers, the event is not created. */
  publish(create: (ageMs: number) => EventEnvelope): void
  /** Delivers the events that were held back to be reordered. */
  release(): void
  /** Resolves when no event is held back, queued or being sent. */
  delivered(): Promise<void>
  entries(): readonly DeliveredEvent[]
  stop(): void
}

/** The parts of an event delivery. @internal */
export interface EventDeliveryParts {
  readonly situations: EventSituations
  readonly timeoutMs: number
  readonly runtime: LambdaRuntime | undefined
  readonly retryDelayMs: number
  readonly definition: Pick<SkillDefinition, 'declaredScopes' | 'isSubscribedTo'>
  readonly done: (event: DeliveredEvent) => void
}

interface QueuedEvent {
  readonly envelope: EventEnvelope
  readonly skills: readonly Skill[]
  readonly times: number
}

/** The outcome of an event that the skill does not subscribe to. */
const unsent = { subscribed: false, attempts: 0, acknowledged: false, violations: [] } as const

const maximumAttempts = 3
const maximumEvents = 10_000

/**
 * Sends events one after the other, each until it is acknowledged or was sent three times. Alexa retries for up to an
 * hour. The request keeps its id and its timestamp.
 *
 * @see https://developer.amazon.com/en-US/docs/alexa/smapi/skill-events-in-alexa-skills.html#delivery-of-events-to-the-skill (read 2026-11-23)
 * @see https://github.com/alexa/alexa-skills-kit-sdk-for-java/issues/141 (read 2026-11-23)
 * @internal
 */
export function createEventDelivery({ situations, ...parts }: EventDeliveryParts): EventDelivery {
  const { timeoutMs, runtime, retryDelayMs, definition, done } = parts
  const subscriptions = new Set<{ readonly skill: Skill }>()
  const stopping = new AbortController()
  const heldBack: QueuedEvent[] = []
  const queue: QueuedEvent[] = []
  const log = createBoundedList<DeliveredEvent>(maximumEvents)
  let working: Promise<void> | undefined

  function release(): void {
    queue.push(...heldBack.splice(0).reverse())
    if (queue.length > 0) working ??= work()
  }

  async function work(): Promise<void> {
    // Events of the same tick are queued before the first one is sent.
    await Promise.resolve()
    while (true) {
      if (heldBack.length > 1) release()
      const next = queue.shift()
      if (next === undefined) break
      for (let time = 0; time < next.times; time += 1) {
        for (const skill of next.skills) await deliver(next.envelope, skill)
      }
    }
    working = undefined
  }

  async function deliver(envelope: EventEnvelope, skill: Skill): Promise<void> {
    const { signal } = stopping
    for (let attempts = 1; !signal.aborted; attempts += 1) {
      const { returned, violation } = await callSkill(skill, envelope, { timeoutMs, runtime, stop: signal })
      if (signal.aborted) return
      const context = {
        requestType: envelope.request.type,
        hasSession: false,
        declaredScopes: definition.declaredScopes(),
      }
      const violations = violation ? [violation] : checkResponse(readResponse(returned), context)
      const acknowledged = !violations.some(({ rule }) => rule === 'response-not-object' || rule.startsWith('skill-'))
      if (acknowledged || attempts === maximumAttempts) {
        end({ envelope, subscribed: true, attempts, acknowledged, violations })
        return
      }
      await sleep(retryDelayMs, undefined, { signal }).catch(() => undefined)
    }
  }

  function end(event: DeliveredEvent): void {
    log.add(event)
    done(event)
  }

  return {
    subscribe(skill) {
      const subscription = { skill }
      subscriptions.add(subscription)
      return () => void subscriptions.delete(subscription)
    },
    publish(create) {
      if (subscriptions.size === 0 || stopping.signal.aborted) return
      const envelope = create(situations.ageMs)
      if (!definition.isSubscribedTo(envelope.request.type)) return end({ envelope, ...unsent })
      const skills = [...subscriptions].map(({ skill }) => skill)
      const event = { envelope, skills, times: situations.has('events-twice') ? 2 : 1 }
      if (situations.has('events-reordered')) heldBack.push(event)
      else queue.push(event)
      working ??= work()
    },
    release,
    async delivered() {
      while (working || heldBack.length > 0) {
        release()
        await working
      }
    },
    entries: () => [...log.items],
    stop() {
      stopping.abort()
      heldBack.length = 0
      queue.length = 0
    },
  }
}
