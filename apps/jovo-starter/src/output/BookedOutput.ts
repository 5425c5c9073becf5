import { BaseOutput, Output, type OutputOptions, type OutputTemplate } from '@jovotech/framework'
import { answers, type Booked } from '../answers.js'

export interface BookedOutputOptions extends OutputOptions {
  readonly booked: Booked
}

@Output()
export class BookedOutput extends BaseOutput<BookedOutputOptions> {
  override build(): OutputTemplate {
    return { message: answers.booked(this.options.booked), listen: false }
  }
}
