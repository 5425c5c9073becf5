import type { Jovo } from '@jovotech/framework'
import { languageIn } from './language-in.js'
import { detailsOf, type Log } from './log.js'
import { responses } from './responses.js'

/** Responds to every error of a component, including a `ProfileError`. */
export function somethingFailed({ log }: { log: Log }) {
  const logged = new WeakSet<Error>()

  return async (error: Error, jovo?: Jovo): Promise<void> => {
    // Jovo reports a failed event twice: when its handler throws, and when Alexa should send it again.
    if (!logged.has(error)) log('request-failed', detailsOf(error))
    logged.add(error)
    // Alexa rejects speech after the end of the session.
    if (!jovo?.$alexa?.$request.session || jovo.$alexa.$request.request?.type === 'SessionEndedRequest') return
    jovo.$output = []
    await jovo.$send({ message: responses[languageIn(jovo)].failed, listen: false })
  }
}
