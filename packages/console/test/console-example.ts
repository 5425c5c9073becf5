import { startMailbox } from '@alexa-profile/emulator/mailbox'
import { startConsole } from '../src/index.js'

export const mailbox = await startMailbox()
export const console = await startConsole({
  skill: 'http://127.0.0.1:3000/alexa', // or a function
  mailbox,
})
process.stdout.write(`Open ${console.url}\n`)
