import type { Handler } from 'jovo-framework'
import type { Log } from '../log.js'

/** Nobody hears an answer any more. Alexa tells here what it did not like about the one before. */
export function sessionEnded({ log }: { log: Log }): Handler {
  return {
    END() {
      const { reason, error } = this.$alexaSkill?.$request?.toJSON().request ?? {}
      if (error) log('session-ended', { name: reason, code: error.type })
    },
  }
}
