/** The members of a request that the tests check. */
export interface Event {
  session: { new: boolean; sessionId: string; attributes?: Record<string, unknown> }
  context: { System: Record<string, unknown> }
  request: {
    type: string
    locale: string
    requestId: string
    reason?: string
    error?: object
    intent?: object
  }
}

export const say = (text: string, more: object = {}) => ({
  version: '1.0',
  response: { outputSpeech: { type: 'PlainText', text }, shouldEndSession: false, ...more },
})

/** A skill that returns the given responses one after the other, and stores the requests. */
export function script(...answers: readonly unknown[]) {
  const events: Event[] = []
  return { events, skill: (event: Event) => answers[events.push(event) - 1] ?? { version: '1.0', response: {} } }
}
