import { createRequirement, type Obstacle, type RespondToOptions } from '@alexa-profile/core'
import {
  BaseOutput,
  type DeepPartial,
  type Jovo,
  Output,
  type OutputOptions,
  type OutputTemplate,
} from '@jovotech/framework'
import { handlerCall, type ShouldAsk } from './invocation.js'
import { toOutputTemplate } from './output-template.js'

/** How to ask and what to say, beside Jovo's own options for outputs. With `reprompt` the session stays open. */
export interface ProfileDecisionOutputOptions
  extends OutputOptions,
    Omit<RespondToOptions, 'envelope' | 'reprompt' | 'waitingHandler'> {
  /** The result of `this.$profile.require`, unless it is to proceed. */
  readonly decision: Obstacle
  /** Whether to ask this customer for consent now, unless `ask` says it. Default: the plugin's. */
  readonly shouldAsk?: ShouldAsk | undefined
}

/**
 * The response to a decision that keeps the skill from going on: the right words in the customer's language, and the
 * consent card or voice consent if consent is missing. With voice consent, the consent answer brings the original request
 * back to the handler that sent this.
 *
 * @throws {ProfileError} `decision-invalid`, `option-invalid`, `scope-not-declared`
 */
@Output()
export class ProfileDecisionOutput extends BaseOutput<ProfileDecisionOutputOptions> {
  /** Takes the decision out of the options, which Jovo copies. */
  constructor(jovo: Jovo, { decision, ...options }: DeepPartial<ProfileDecisionOutputOptions> = {}) {
    super(jovo, options)
    Object.assign(this.options, { decision })
  }

  override async build(): Promise<OutputTemplate> {
    const options: ProfileDecisionOutputOptions = { __proto__: null, ...this.options }
    const { decision, ask, consent, declaredScopes, locale, prompts, purpose, reprompt, shouldAsk, skillName } = options
    const asking = { ask, consent, declaredScopes, locale, prompts, purpose, shouldAsk, skillName }
    // Jovo puts in what the reprompt says. That there is one keeps the session open.
    const requirement = createRequirement<Jovo>({ ...asking, ...(reprompt !== undefined && { reprompt: '' }) }, ['ask'])
    return requirement.respond(decision, handlerCall(this.jovo, toOutputTemplate))
  }
}
