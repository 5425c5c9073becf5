import type { Jovo } from '@jovotech/framework'
import { languageIn } from './language-in.js'
import { detailsOf, type Log } from './log.js'
import { responses } from './responses.js'

/** For whatever a component threw, a `ProfileError` too. */
export function somethingFailed({ log }: { log: Log }) {
  const logged = new WeakSet<Error>()

  return async (error: Error, jovo?: Jovo): Promise<void> => {
    // Jovo tells of an event that fails twice: when its handler throws, and when Alexa is to send it again.
    if (!logged.has(error)) log('request-failed', detailsOf(error))
    logged.add(error)
    // Alexa refuses words where nobody listens.
    if (!jovo?.$alexa?.$request.session || jovo.$alexa.$request.request?.type === 'SessionEndedRequest') return
    jovo.$output = []
    await jovo.$send({ message: responses[languageIn(jovo)].failed, listen: false })
  }
}
