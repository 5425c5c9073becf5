import type { Obstacle, RespondToOptions } from '@alexa-profile/core'
import {
  BaseOutput,
  type DeepPartial,
  type Jovo,
  Output,
  type OutputOptions,
  type OutputTemplate,
} from '@jovotech/framework'
import { answerObstacle } from '../answer-obstacle.js'
import { envelopeOf } from './envelope.js'
import { invocationOf, type ShouldAsk } from './invocation.js'
import { toOutputTemplate } from './output-template.js'
import { waitingHandlerOf } from './waiting-request.js'

/** How to ask and what to say, beside Jovo's own options for outputs. With `reprompt` the session stays open. */
export interface ProfileDecisionOutputOptions
  extends OutputOptions,
    Omit<RespondToOptions, 'envelope' | 'reprompt' | 'waitingHandler'> {
  /** What `this.$profile.require` gave, when it is not to proceed. */
  readonly decision: Obstacle
  /** Whether the customer may be asked for consent now, where `ask` does not say. Default: the plugin's. */
  readonly shouldAsk?: ShouldAsk | undefined
}

/**
 * The answer for a decision that keeps the skill from going on: the right words in the customer's language, and the
 * consent card or voice consent where consent is missing. With voice consent, the customer's answer brings the original
 * request back to the handler that sent this.
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
    const { decision, shouldAsk, reprompt, ...own } = this.options
    const invocation = invocationOf(this)
    const maySkillAsk = shouldAsk ?? invocation.shouldAsk
    const options: RespondToOptions = {
      ...own,
      // What it says is put in by Jovo; that there is one keeps the session open.
      ...(reprompt !== undefined && { reprompt: '' }),
      envelope: envelopeOf(this),
      waitingHandler: waitingHandlerOf(this, invocation),
    }
    return answerObstacle(decision, options, {
      client: invocation.client,
      respond: toOutputTemplate,
      resumedBy: invocation.resumedBy,
      sessionData: this.$session.data,
      shouldAsk: maySkillAsk && ((asking) => maySkillAsk(this.jovo, asking)),
    })
  }
}
