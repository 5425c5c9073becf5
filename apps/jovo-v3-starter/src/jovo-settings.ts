import { Log, SpeechBuilder } from 'jovo-framework'
import { detailsOf, logToConsole } from './log.js'

// Settings that Jovo has for the whole process.

// Otherwise, Alexa would say "andlt;" for the "&lt;" of escapeSsml.
SpeechBuilder.ESCAPE_AMPERSAND = false

// After a failed request, Jovo prints the whole error, the slots and the session. ON_ERROR logs only what may be logged.
Log.removeAllAppenders()

// Jovo keeps the process alive after an uncaught error, which would now go unnoticed because its log is off.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => logToConsole(event, detailsOf(error)))
}
