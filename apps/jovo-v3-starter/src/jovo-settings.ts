import { Log, SpeechBuilder } from 'jovo-framework'
import { detailsOf, logToConsole } from './log.js'

// What Jovo has for the whole process.

// It would say "andlt;" for the "&lt;" of escapeSsml.
SpeechBuilder.ESCAPE_AMPERSAND = false

// Of a request that failed, it prints the error as it is, the slots and the session. ON_ERROR logs what may be logged.
Log.removeAllAppenders()

// It keeps the process alive after an error that nobody caught, so that it would go unnoticed now.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => logToConsole(event, detailsOf(error)))
}
