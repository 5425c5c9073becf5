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
    tellFact('Unsigned', `the skill answers with status ${status}`)
    check(status === 400, 'the skill refuses what Alexa did not sign')
    tellNote('Now as if the attacker had got hold of a key to sign with.')
  }
  const forging = emulator.device((request: Request, context: unknown) => skill.answer(forge(request), context))
  const { speech } = await bookTable(stage, forging)
  const { connections, received } = attacker
  tellFact('Attacker', `${connections} connections, ${received.length} bytes, so no token`)
  tellFact('Log', String(logged.at(-1)))
  tellNote("A token goes over https to Alexa's own hosts, and to what the developer has listed; nowhere else.")
  check(connections === 0 && received === '', 'nothing reaches the attacker')
  check(speech?.includes('something went wrong') === true, 'the customer hears an apology')
  check(logged.at(-1) === 'request-failed ProfileError endpoint-not-allowed', 'the log says what was refused')

  await fetch(attacker.url)
  check(attacker.connections === 1, 'the attacker would have noticed a connection')
}
