import { deepStrictEqual, strictEqual } from 'node:assert'
import { get } from 'node:http'
import { type ConsoleEvent, startConsole } from '@alexa-profile/console'

const skill = () => ({ version: '1.0', response: { outputSpeech: { type: 'PlainText', text: 'Hello.' } } })

/** Opens the page, talks to the skill, and gets the events. */
async function talk() {
  const console = await startConsole({ skill })
  const events: ConsoleEvent[] = []
  console.subscribe((event) => events.push(event))
  strictEqual(await statusOf(console.url), 200)
  const turn = await console.emulator.device(skill).open()
  strictEqual(turn.speech, 'Hello.')
  const spoken = events.flatMap((event) =>
    event.type === 'turn' && event.turn.response ? [event.turn.response.speech] : [],
  )
  deepStrictEqual(spoken, ['Hello.'])
  await console.close()
}

function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })
}

talk().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    process.exit(1)
  },
)
