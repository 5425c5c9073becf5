import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import type { MobileNumber, ProfileField } from '@alexa-profile/ask-sdk'
import { type Customer, type SituationName, startEmulator, type Turn } from '@alexa-profile/emulator'
import { startMailbox } from '@alexa-profile/emulator/mailbox'
import { createSkill } from '../src/skill.js'

/** `pnpm dev`: talk to the skill on a local Alexa; the mails it sends arrive in a mailbox on this machine. */
const usage = `
  open                                            "Alexa, open table talk"
  book date=2027-01-30 time=19:30 partySize=4     "book a table …", with as many of the slots as you like
  yes, no, silence, redirect                      answer Alexa when she asks for permission
  text                                            "text me the confirmation"
  help, stop                                      as it is said
  card                                            grant what the latest consent card asks for, in the "Alexa app"
  grant email, revoke                             give a permission there, take all of them back
  disable, enable                                 the skill itself
  clear email, set email=ann@example.com          change what is stored in the Amazon account
  number 2065550100, number +1 2065550100         change the mobile number, with or without a country code
  throttled, silent, unavailable, …               put Alexa's API in a bad mood; "well" ends it
  quit
`

const print = (text: string) => stdout.write(`${text}\n`)

const emulator = await startEmulator()
const mailbox = await startMailbox()
mailbox.subscribe(({ deliveredTo, subject, text }) => print(`\nMail to ${deliveredTo.join()}: ${subject}\n\n${text}`))
const skill = createSkill({
  profile: { allowedEndpoints: [emulator.url] },
  mail: { smtpUrl: mailbox.url },
  sendText: async ({ to, text }) => void print(`\nText to ${to}: ${text}\n`),
})
const device = emulator.device(skill.invoke.bind(skill))
emulator.subscribe(skill.invoke.bind(skill))

print(usage)
const terminal = createInterface({ input: stdin, output: stdout, prompt: '> ' })
terminal.prompt()
for await (const line of terminal) {
  const [command = '', ...words] = line.trim().split(/\s+/)
  if (command === 'quit') break
  try {
    await run(command, words)
    await emulator.eventsDelivered()
  } catch (error) {
    print(error instanceof Error ? error.message : String(error))
  }
  terminal.prompt()
}
terminal.close()
await Promise.all([emulator.close(), mailbox.close()])

async function run(command: string, words: readonly string[]): Promise<void> {
  const { customer } = emulator
  const fields = words as ProfileField[] // the emulator says what is wrong with others
  const values = Object.fromEntries(words.map((word) => word.split('=', 2)))
  switch (command) {
    case '':
      return
    case 'open':
      return hear(await device.open())
    case 'book':
      return hear(await device.say('BookTableIntent', values))
    case 'yes':
      return hear(await device.answerConsent('accept'))
    case 'no':
      return hear(await device.answerConsent('deny'))
    case 'silence':
    case 'redirect':
      return hear(await device.answerConsent(command))
    case 'text':
      return hear(await device.say('TextConfirmationIntent'))
    case 'help':
    case 'stop':
      return hear(await device.say(command === 'help' ? 'AMAZON.HelpIntent' : 'AMAZON.StopIntent'))
    case 'card':
      return grantLatestCard(customer)
    case 'grant':
      return customer.grant(...fields)
    case 'revoke':
      return customer.revokeAll()
    case 'disable':
      return customer.disableSkill()
    case 'enable':
      return customer.enableSkill()
    case 'clear':
      return customer.clear(...fields)
    case 'set':
      return customer.set(values)
    case 'number':
      return customer.set({ mobileNumber: numberIn(words) })
    case 'well':
      return emulator.clearSituations()
    default:
      return emulator.situation(command as SituationName)
  }
}

function numberIn([first = '', second]: readonly string[]): MobileNumber {
  return second === undefined ? { phoneNumber: first } : { countryCode: first, phoneNumber: second }
}

function grantLatestCard({ cards }: Customer): void {
  const card = cards.at(-1)
  card?.grant()
  print(card ? `Granted: ${card.permissions.join(', ')}` : 'There is no card to grant.')
}

function hear({ speech, card, consentRequest, directives, violations }: Turn): void {
  print(`Alexa: ${speech ?? '(nothing)'}`)
  if (card) print(`Card: ${JSON.stringify(card)}`)
  const scopes = consentRequest?.permissions.map(({ permissionScope }) => permissionScope)
  if (scopes) print(`Alexa asks for ${scopes.join(' and ')}: yes or no?`)
  else for (const directive of directives) print(`Directive: ${JSON.stringify(directive)}`)
  for (const { message } of violations) print(`Alexa refuses this answer: ${message}`)
  for (const { path, status } of emulator.requests) print(`  ${path} ${status ?? 'no answer'}`)
  emulator.clearRequests()
}
