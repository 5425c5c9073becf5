import { BaseOutput, Output, type OutputOptions, type OutputTemplate } from '@jovotech/framework'
import { languageIn } from '../language-in.js'
import { type Booked, responses } from '../responses.js'

export interface BookedOutputOptions extends OutputOptions {
  readonly booked: Booked
}

@Output()
export class BookedOutput extends BaseOutput<BookedOutputOptions> {
  override build(): OutputTemplate {
    return { message: responses[languageIn(this.jovo)].booked(this.options.booked), listen: false }
  }
}
