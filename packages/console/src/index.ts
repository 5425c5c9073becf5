export type { AlexaConsole, ConsoleOptions, ExportOptions } from './alexa-console.js'
export type { ConsoleMail, ConsoleMailbox } from './console-mailbox.js'
export type {
  ApiRequestView,
  ConsoleEvent,
  MailView,
  NoticeView,
  RequestView,
  ResponseView,
  SkillEventView,
  TurnView,
} from './protocol/console-event.js'
export type { ConsoleState, SkillView } from './protocol/console-state.js'
export type { SkillStatus } from './skill-status.js'
export { startConsole } from './start-console.js'
