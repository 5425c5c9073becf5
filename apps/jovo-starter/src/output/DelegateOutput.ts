import { BaseOutput, Output, type OutputTemplate } from '@jovotech/framework'

/** Lets Alexa ask the next question from the interaction model. */
@Output()
export class DelegateOutput extends BaseOutput {
  override build(): OutputTemplate {
    return {
      listen: true,
      platforms: { alexa: { nativeResponse: { response: { directives: [{ type: 'Dialog.Delegate' }] } } } },
    }
  }
}
