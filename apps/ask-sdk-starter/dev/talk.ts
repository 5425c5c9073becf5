import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { type Customer, type SituationName, startEmulator, type Turn } from '@alexa-profile/emulator'
import { createSkill } from '../src/skill.js'
import { startMailbox } from './mailbox.js'

/** `pnpm dev`: talk to the skill on a local Alexa; the mails it sends arrive in a mailbox on this machine. */
const usage = `
  open                                            "Alexa, open table talk"
  book date=2027-01-30 time=19:30 partySize=4     "book a table …", with as many of the slots as you like
  help, stop                                      as it is said
  card                                            grant what the latest consent card asks for, in the "Alexa app"
  revoke                                          take all permissions back
  clear email, set email=ann@example.com          change what is stored in the Amazon account
  throttled, silent, unavailable, …               put Alexa's API in a bad mood; "well" ends it
  quit
`

const print = (text: string) => stdout.write(`${text}\n`)

const emulator = await startEmulator()
const mailbox = await startMailbox({
  onMail: ({ deliveredTo, subject, text }) => print(`\nMail to ${deliveredTo.join()}: ${subject}\n\n${text}`),
})
const skill = createSkill({ profile: { allowedEndpoints: [emulator.url] }, mail: { smtpUrl: mailbox.url } })
const device = emulator.device(skill.invoke.bind(skill))

print(usage)
const terminal = createInterface({ input: stdin, output: stdout, prompt: '> ' })
terminal.prompt()
for await (const line of terminal) {
  const [command = '', ...words] = line.trim().split(/\s+/)
  if (command === 'quit') break
  try {
    await run(command, words)
  } catch (error) {
    print(error instanceof Error ? error.message : String(error))
  }
  terminal.prompt()
}
terminal.close()
await Promise.all([emulator.close(), mailbox.close()])

async function run(command: string, words: readonly string[]): Promise<void> {
  const { customer } = emulator
  const values = Object.fromEntries(words.map((word) => word.split('=', 2)))
  switch (command) {
    case '':
      return
    case 'open':
      return hear(await device.open())
    case 'book':
      return hear(await device.say('BookTableIntent', values))
    case 'help':
    case 'stop':
      return hear(await device.say(command === 'help' ? 'AMAZON.HelpIntent' : 'AMAZON.StopIntent'))
    case 'card':
      return grantLatestCard(customer)
    case 'revoke':
      return customer.revokeAll()
    case 'clear':
      return customer.clear(words[0] as Parameters<Customer['clear']>[0])
    case 'set':
      return customer.set(values)
    case 'well':
      return emulator.clearSituations()
    default:
      return emulator.situation(command as SituationName)
  }
}

function grantLatestCard({ cards }: Customer): void {
  const card = cards.at(-1)
  card?.grant()
  print(card ? `Granted: ${card.permissions.join(', ')}` : 'There is no card to grant.')
}

function hear({ speech, card, directives, violations }: Turn): void {
  print(`Alexa: ${speech ?? '(nothing)'}`)
  if (card) print(`Card: ${JSON.stringify(card)}`)
  for (const directive of directives) print(`Directive: ${JSON.stringify(directive)}`)
  for (const { message } of violations) print(`Alexa refuses this answer: ${message}`)
  for (const { path, status } of emulator.requests) print(`  ${path} ${status ?? 'no answer'}`)
  emulator.clearRequests()
}
