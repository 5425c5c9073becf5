import type { ProfileField, Scope } from '@alexa-profile/core'
import { BaseOutput, Output, type OutputOptions, type OutputTemplate } from '@jovotech/framework'
import { invocationOf } from './invocation.js'
import { toOutputTemplate } from './output-template.js'

/** Beside Jovo's own options for outputs: put what to say into `message`. */
export interface ConsentCardOutputOptions extends OutputOptions {
  /** Fields such as `email`, and other scopes; each once, in this order. */
  permissions: (ProfileField | Scope)[]
}

/**
 * A card in the Alexa app that asks for permissions, rejected for what the plugin's `declaredScopes` lacks. Ends the
 * session unless `listen` says otherwise: the customer has to go to the app.
 *
 * @throws {ProfileError} `scope-unknown` for none or a misspelt one, `scope-not-declared`
 */
@Output()
export class ConsentCardOutput extends BaseOutput<ConsentCardOutputOptions> {
  override getDefaultOptions(): ConsentCardOutputOptions {
    return { permissions: [] }
  }

  override build(): OutputTemplate {
    return toOutputTemplate({ card: invocationOf(this).client.consentCard(this.options.permissions) })
  }
}
