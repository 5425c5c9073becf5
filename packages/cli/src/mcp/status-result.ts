import type { ConsoleState } from '@alexa-profile/console'
import type { DevSession } from '../dev-session.js'
import { customerResult } from './customer-tool.js'
import { filled } from './turn-result.js'

/** The facts that an agent needs before it talks to the skill. */
export function statusResult(
  { console, module }: Pick<DevSession, 'console' | 'module'>,
  state: ConsoleState,
): Readonly<Record<string, unknown>> {
  const { skill, model, customer, declaredScopes, apiEndpoint, mailbox } = state
  return filled({
    page: console.url,
    skill,
    // a module gets them from this command
    startSkillWith: module === undefined ? { ALEXA_PROFILE_ENDPOINT: apiEndpoint, SMTP_URL: mailbox } : undefined,
    invocationName: model?.invocationName,
    intents: model?.intents.map(({ name, slots }) =>
      slots.length === 0 ? name : `${name}(${slots.map((slot) => slot.name).join(', ')})`,
    ),
    customer: customerResult(state),
    declaredScopes,
    sessionOpen: customer.sessionOpen,
    ...openQuestions(state),
    situations: situationLines(state),
  })
}

/** The questions that the customer has not answered yet: by voice, or with a card in the Alexa app. */
export function openQuestions({ customer }: Pick<ConsoleState, 'customer'>) {
  const prompt = customer.prompts.find(({ answer }) => answer === 'pending')
  const card = customer.cards.findLast(({ state }) => state === 'open')
  return {
    ...(prompt && customer.sessionOpen && { consentQuestion: prompt.permissions.map((one) => one.permissionScope) }),
    ...(card && { consentCard: card.permissions }),
  }
}

export function situationLines({ situations }: Pick<ConsoleState, 'situations'>): readonly string[] {
  return situations.map(({ name, requests }) => (requests === undefined ? name : `${name}, ${requests} more requests`))
}
