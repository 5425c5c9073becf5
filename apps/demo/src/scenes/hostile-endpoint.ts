import { type Attacker, startAttacker } from '../attacker.js'
import { check } from '../check.js'
import { tellFact, tellNote } from '../narrate.js'
import { bookTable, type Stage } from '../stage.js'
import type { Scene } from './scene.js'

export const hostileEndpoint: Scene = {
  title: "A forged request names the attacker's server as Alexa's API",
  async play(stage) {
    const attacker = await startAttacker()
    try {
      await playWith(stage, attacker)
    } finally {
      await attacker.close()
    }
  },
}

interface Request {
  readonly context: { readonly System: { apiEndpoint: string } }
}

async function playWith(stage: Stage, attacker: Attacker): Promise<void> {
  const { emulator, skill, logged } = stage
  tellFact('Request', `context.System.apiEndpoint is ${attacker.url}`)
  const forge = (request: Request) => {
    request.context.System.apiEndpoint = attacker.url
    return request
  }
  const status = await skill.statusWithoutSignature?.(forge(emulator.envelope()))
  if (status !== undefined) {
    tellFact('Unsigned', `the skill responds with status ${status}`)
    check(status === 400, 'the skill rejects a request that Alexa did not sign')
    tellNote('Next, the attacker has a key and signs the request.')
  }
  const forging = emulator.device((request: Request, context: unknown) => skill.answer(forge(request), context))
  const { speech } = await bookTable(stage, forging)
  const { connections, received } = attacker
  tellFact('Attacker', `${connections} connections, ${received.length} bytes, so no token`)
  tellFact('Log', String(logged.at(-1)))
  tellNote("The library sends a token only to Alexa's hosts over https, and to origins that the developer has allowed.")
  check(connections === 0 && received === '', 'nothing reaches the attacker')
  check(speech?.includes('something went wrong') === true, 'the customer hears an apology')
  check(logged.at(-1) === 'request-failed ProfileError endpoint-not-allowed', 'the log says what was rejected')

  await fetch(attacker.url)
  check(attacker.connections === 1, 'the attacker would have noticed a connection')
}
