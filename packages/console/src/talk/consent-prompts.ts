import type { ConsentAnswer, Customer, RequestEnvelope, Turn } from '@alexa-profile/emulator'
import type { ConsentPromptView } from '../protocol/console-state.js'

/** The voice consents of each customer with their consent answers, read from requests and responses. */
export interface ConsentPrompts {
  turnBegun(envelope: RequestEnvelope, customer: Customer): void
  turnEnded(turn: Turn, customer: Customer, turnId: number): void
  /** Returns the latest 20, newest last. */
  of(customer: Customer): readonly ConsentPromptView[]
  /** Removes all voice consents. @returns A function that restores them. */
  clear(): () => void
}

const maximum = 20

const answers: Readonly<Record<string, ConsentAnswer>> = {
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
      const answer: ConsentPromptView['answer'] =
        request.type === 'SessionResumedRequest' ? answerOf(request.cause.result?.status) : 'dropped'
      const settled = promptsOf(customer).map((prompt) =>
        prompt.answer === 'pending' ? { ...prompt, answer } : prompt,
      )
      prompts.set(customer, settled)
    },
    turnEnded({ consentRequest }, customer, turnId) {
      if (consentRequest === undefined) return
      const { permissions } = consentRequest
      const asked: ConsentPromptView = { turnId, permissions, answer: 'pending' }
      prompts.set(customer, [...promptsOf(customer), asked].slice(-maximum))
    },
    of: promptsOf,
    clear() {
      const before = prompts
      prompts = new WeakMap()
      return () => {
        prompts = before
      }
    },
  }
}

function answerOf(status: string | undefined): ConsentAnswer {
  return answers[status ?? ''] ?? 'failure'
}
