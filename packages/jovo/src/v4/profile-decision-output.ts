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

/** Options of `ProfileDecisionOutput`, in addition to Jovo's. With `reprompt`, the session stays open. */
export interface ProfileDecisionOutputOptions
  extends OutputOptions,
    Omit<RespondToOptions, 'envelope' | 'reprompt' | 'waitingHandler'> {
  /** The result of `this.$profile.require`, unless it is to proceed. */
  readonly decision: Obstacle
  /** Whether to ask this customer for consent now, if `ask` is not set. Default: the plugin's option. */
  readonly shouldAsk?: ShouldAsk | undefined
}

/**
 * Responds to a decision that keeps the skill from continuing: in the customer's language, with the consent card or
 * voice consent if consent is missing. After voice consent, the handler that sent this output continues with the
 * original request.
 *
 * @throws {ProfileError} `decision-invalid`, `option-invalid`, `scope-not-declared`
 */
@Output()
export class ProfileDecisionOutput extends BaseOutput<ProfileDecisionOutputOptions> {
  /** Removes the decision from the options, which Jovo copies. */
  constructor(jovo: Jovo, { decision, ...options }: DeepPartial<ProfileDecisionOutputOptions> = {}) {
    super(jovo, options)
    Object.assign(this.options, { decision })
  }

  override async build(): Promise<OutputTemplate> {
    const options: ProfileDecisionOutputOptions = { __proto__: null, ...this.options }
    const { decision, ask, consent, declaredScopes, locale, prompts, purpose, reprompt, shouldAsk, skillName } = options
    const asking = { ask, consent, declaredScopes, locale, prompts, purpose, shouldAsk, skillName }
    // Jovo inserts the reprompt's text. Its presence keeps the session open.
    const requirement = createRequirement<Jovo>({ ...asking, ...(reprompt !== undefined && { reprompt: '' }) }, ['ask'])
    return requirement.respond(decision, handlerCall(this.jovo, toOutputTemplate))
  }
}
