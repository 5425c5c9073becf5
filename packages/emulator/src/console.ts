export type { AlexaConsole, ConsoleOptions } from './console/alexa-console.js'
export type {
  AnswerView,
  ApiRequestView,
  CardView,
  ConsoleEvent,
  MailView,
  NoticeView,
  PermissionView,
  RequestView,
  SkillEventView,
  TurnView,
  ViolationView,
} from './console/console-event.js'
export type { ConsoleMail, ConsoleMailbox } from './console/console-mailbox.js'
export type { ConsoleState } from './console/console-state.js'
export type { InteractionModels } from './console/interaction-model.js'
export { startConsole } from './console/start-console.js'
