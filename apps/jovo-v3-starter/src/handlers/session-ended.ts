import type { Handler } from 'jovo-framework'
import type { Log } from '../log.js'

/**
 * Acknowledges the end of a session. The customer does not hear the response. Its `error` says why Alexa rejected the
 * previous response.
 */
export function sessionEnded({ log }: { log: Log }): Handler {
  return {
    END() {
      const { reason, error } = this.$alexaSkill?.$request?.toJSON().request ?? {}
      if (error) log('session-ended', { name: reason, code: error.type })
    },
  }
}
