import type { Customer, RequestEnvelope, Turn } from '../index.js'
import type { ConsentPromptView } from './console-state.js'
import { permissionViews } from './views.js'

/** What Alexa asked each customer by voice, and what came of it: read from what goes over the wire. */
export interface ConsentPrompts {
  turnBegun(envelope: RequestEnvelope, customer: Customer): void
  turnEnded(turn: Turn, customer: Customer, turnId: number): void
  /** The latest 20, newest last. */
  of(customer: Customer): readonly ConsentPromptView[]
  clear(): void
}

const maximum = 20

const answers: Readonly<Record<string, ConsentPromptView['answer']>> = {
  ACCEPTED: 'accept',
  DENIED: 'deny',
  NOT_ANSWERED: 'silence',
  REDIRECT_TO_APP: 'redirect',
}

export function createConsentPrompts(): ConsentPrompts {
  let prompts = new WeakMap<Customer, readonly ConsentPromptView[]>()
  const promptsOf = (customer: Customer) => prompts.get(customer) ?? []

  return {
    turnBegun({ request }, customer) {
      const answer = request.type === 'SessionResumedRequest' ? answerOf(request.cause.result?.status) : 'dropped'
      const settled = promptsOf(customer).map((prompt) =>
        prompt.answer === 'pending' ? { ...prompt, answer } : prompt,
      )
      prompts.set(customer, settled)
    },
    turnEnded({ consentRequest }, customer, turnId) {
      if (consentRequest === undefined) return
      const permissions = permissionViews(consentRequest.permissions)
      const asked = [...promptsOf(customer), { turnId, permissions, answer: 'pending' } as const]
      prompts.set(customer, asked.slice(-maximum))
    },
    of: promptsOf,
    clear() {
      prompts = new WeakMap()
    },
  }
}

function answerOf(status: string | undefined): ConsentPromptView['answer'] {
  return answers[status ?? ''] ?? 'failure'
}
