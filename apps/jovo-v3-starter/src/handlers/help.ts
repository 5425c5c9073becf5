import type { Handler } from 'jovo-framework'
import { responses } from '../responses.js'
import { languageIn } from './language-in.js'

export const help: Handler = {
  HelpIntent() {
    const { help, whatNow } = responses[languageIn(this)]
    this.ask(help, whatNow)
  },
}
