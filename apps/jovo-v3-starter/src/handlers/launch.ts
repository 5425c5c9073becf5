import type { Handler } from 'jovo-framework'
import { answers } from '../answers.js'

export const launch: Handler = {
  LAUNCH() {
    this.ask(answers.welcome(this.$alexaSkill?.$user.getPersonId()), answers.whatNow)
  },
}
