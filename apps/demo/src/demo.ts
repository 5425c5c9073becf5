import { parseArgs } from 'node:util'
import { milliseconds, tellTitle } from './narrate.js'
import { bold, dim, green, print } from './print.js'
import { cardAndPhone } from './scenes/card-and-phone.js'
import { events } from './scenes/events.js'
import { german } from './scenes/german.js'
import { hostileEndpoint } from './scenes/hostile-endpoint.js'
import { notSet } from './scenes/not-set.js'
import { opening } from './scenes/opening.js'
import { silent } from './scenes/silent.js'
import { throttled } from './scenes/throttled.js'
import { voiceNo } from './scenes/voice-no.js'
import { voiceYes } from './scenes/voice-yes.js'
import { setStage } from './stage.js'
import { type Framework, isFramework, starters } from './starters.js'

/** One conversation: each scene begins where the previous one ended. */
const scenes = [opening, voiceNo, voiceYes, cardAndPhone, events, german, notSet, throttled, silent, hostileEndpoint]

/** From `--framework`. */
function chosenFramework(): Framework {
  const { values } = parseArgs({ options: { framework: { type: 'string', default: 'ask-sdk' } } })
  if (isFramework(values.framework)) return values.framework
  throw new Error(`--framework must be one of ${Object.keys(starters).join(', ')}.`)
}

let title = 'setting the stage'
const startedAt = performance.now()
try {
  const framework = chosenFramework()
  const stage = await setStage(framework)
  try {
    print(bold(`Table Talk, a skill that books a table and emails the confirmation, built on ${framework}`))
    print(dim(`on a local Alexa at ${stage.emulator.url}, with a mail server at ${stage.mailbox.url}`))
    for (const [index, scene] of scenes.entries()) {
      title = scene.title
      tellTitle(index + 1, title)
      await scene.play(stage)
    }
  } finally {
    await stage.close()
  }
  print()
  print(green(`All ${scenes.length} scenes passed, in ${milliseconds(performance.now() - startedAt)}.`))
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`\nThe demo failed in "${title}". ${reason}\n`)
  process.exitCode = 1
}
