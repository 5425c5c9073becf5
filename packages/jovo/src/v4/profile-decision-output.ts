import { isDeclined, type Obstacle, ProfileError, type RespondToOptions } from '@alexa-profile/core'
import {
  BaseOutput,
  type DeepPartial,
  type Jovo,
  Output,
  type OutputOptions,
  type OutputTemplate,
} from '@jovotech/framework'
import { envelopeOf } from './envelope.js'
import { type Invocation, invocationOf, type ShouldAsk } from './invocation.js'
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
    const { client, resumedBy } = invocation
    // What it says is put in by Jovo; that there is one keeps the session open.
    const options = { ...own, ...(reprompt !== undefined && { reprompt: '' }), envelope: envelopeOf(this) }
    if (resumedBy && isDeclined(resumedBy)) return toOutputTemplate(client.respondToAnswer(resumedBy, options))
    if (decision === undefined) {
      throw new ProfileError('decision-invalid', 'Pass { decision }, which this.$profile.require gave.')
    }
    const response = client.respondTo(decision, {
      ...options,
      // Alexa has asked by voice, or cannot: where that was not enough, the card is what is left.
      ...(resumedBy && { consent: 'card' }),
      ask: options.ask ?? (await mayAsk(decision, this.jovo, shouldAsk ?? invocation.shouldAsk)),
      waitingHandler: waitingHandlerOf(this, invocation),
    })
    return toOutputTemplate(response)
  }
}

async function mayAsk(decision: Obstacle, jovo: Jovo, shouldAsk: Invocation['shouldAsk']): Promise<boolean> {
  return decision.action !== 'ask-for-consent' || shouldAsk === undefined || shouldAsk(jovo, decision)
}
