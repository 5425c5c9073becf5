import type { ProfileField, Scope } from '@alexa-profile/core'
import { BaseOutput, Output, type OutputOptions, type OutputTemplate } from '@jovotech/framework'
import { invocationOf } from './invocation.js'
import { toOutputTemplate } from './output-template.js'

/** Options of `ConsentCardOutput`, in addition to Jovo's. Put the speech into `message`. */
export interface ConsentCardOutputOptions extends OutputOptions {
  /** Fields such as `email`, and other scopes, in this order and without duplicates. */
  permissions: (ProfileField | Scope)[]
}

/**
 * Sends a card that asks for permissions in the Alexa app. Rejects permissions that the plugin's `declaredScopes`
 * lacks. Ends the session unless `listen` is set, because the customer must go to the app.
 *
 * @throws {ProfileError} `scope-unknown` for an empty array or a misspelled name, `scope-not-declared`
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
