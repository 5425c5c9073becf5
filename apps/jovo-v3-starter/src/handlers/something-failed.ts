import type { Handler } from 'jovo-framework'
import { detailsOf, type Log } from '../log.js'
import { responses } from '../responses.js'
import { languageIn } from './language-in.js'

/** Responds to every error of a handler, including a `ProfileError`. */
export function somethingFailed({ log }: { log: Log }): Handler {
  return {
    ON_ERROR() {
      log('request-failed', detailsOf(this.$handleRequest?.error))
      // Alexa rejects speech in response to an event, which fails and is delivered again, and after the session.
      const { session, request } = this.$alexaSkill?.$request?.toJSON() ?? {}
      if (session !== undefined && request?.type !== 'SessionEndedRequest')
        this.tell(responses[languageIn(this)].failed)
    },
  }
}
