import type { Handler } from 'jovo-framework'
import type { Log } from '../log.js'

/** The customer hears no response to this request. Its `error` says why Alexa rejected the previous response. */
export function sessionEnded({ log }: { log: Log }): Handler {
  return {
    END() {
      const { reason, error } = this.$alexaSkill?.$request?.toJSON().request ?? {}
      if (error) log('session-ended', { name: reason, code: error.type })
    },
  }
}
