import type { Handler } from 'jovo-framework'
import { responses } from '../responses.js'
import { languageIn } from './language-in.js'

export const launch: Handler = {
  LAUNCH() {
    const { welcome, whatNow } = responses[languageIn(this)]
    this.ask(welcome(this.$alexaSkill?.$user.getPersonId()), whatNow)
  },
}
