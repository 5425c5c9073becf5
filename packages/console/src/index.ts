export type { AlexaConsole, ConsoleOptions } from './alexa-console.js'
export type { ExportOptions } from './export/export-options.js'
export type { ConsoleCommandName, ConsoleCommands, ProfileDataInput } from './protocol/console-command.js'
export type {
  ApiRequestView,
  ConsoleEvent,
  ConsoleSnapshot,
  MailView,
  NoticeView,
  RequestView,
  ResponseView,
  SkillEventView,
  TurnJson,
  TurnView,
} from './protocol/console-event.js'
export type { ConsoleMail, ConsoleMailbox } from './protocol/console-mailbox.js'
export type { ConsoleState, SkillView } from './protocol/console-state.js'
export type { SkillStatus } from './skill-status.js'
export { startConsole } from './start-console.js'
