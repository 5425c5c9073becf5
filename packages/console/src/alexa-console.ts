import type { Emulator, EmulatorOptions, Skill } from '@alexa-profile/emulator'
import type { ExportOptions } from './export/export-options.js'
import type { ConsoleCommandName, ConsoleCommands } from './protocol/console-command.js'
import type { ConsoleEvent, ConsoleSnapshot, NoticeView, TurnJson } from './protocol/console-event.js'
import type { ConsoleMailbox } from './protocol/console-mailbox.js'
import type { SkillStatus } from './skill-status.js'

export interface ConsoleOptions {
  /** What the device talks to, and what gets skill events. Default: nothing yet; see `useSkill`. */
  readonly skill?: Skill | undefined
  /** For *Export as test*. Default: the test imports `handler` from `./skill.js`, and the page cannot save it. */
  readonly tests?: ExportOptions | undefined
  /** The language of the conversation at first. Default `en-US`, or the first locale of a skill that lacks it. */
  readonly locale?: string | undefined
  /** Shown in the page. Default: none. */
  readonly mailbox?: ConsoleMailbox | undefined
  /** As for `startEmulator`. With a skill package, the page offers its intents and slots. */
  readonly emulator?: EmulatorOptions | undefined
}

/** An emulator with a page to use it from. */
export interface AlexaConsole {
  /** The page: `http://127.0.0.1:52100/`. */
  readonly url: string
  /** Everything that a program does to it shows in the page, too. */
  readonly emulator: Emulator
  /**
   * Replaces the skill, as after a reload: open sessions go on with it. Undefined while there is none.
   *
   * @throws {EmulatorError} `option-invalid` when it is neither a function nor an http(s) URL.
   */
  useSkill(skill: Skill | undefined): void
  /** Shows in the header whether the skill could be loaded. By default, a skill that is a function counts as loaded. */
  setSkillStatus(status: SkillStatus): void
  /** Shows the developer a notice. */
  report(notice: Pick<NoticeView, 'level' | 'title'> & { readonly detail?: string | undefined }): void
  /**
   * Calls the listener with everything that happens from now on, as data that can be written as JSON. What it throws
   * becomes a warning of the process.
   *
   * @returns Ends it.
   */
  subscribe(listener: (event: ConsoleEvent) => void): () => void
  /**
   * Does what the page does for a click, such as `run('say', { words: 'book a table' })`. Resolves when it is done: a turn has
   * ended, and the snapshot has it.
   *
   * @throws {EmulatorError} as the emulator's functions; `option-invalid` for an unknown command or an invalid body
   * @throws {Error} with the name `CommandRefused` if it cannot be done now, such as a turn while another one is under way
   */
  run<Name extends ConsoleCommandName>(name: Name, body: ConsoleCommands[Name]): Promise<void>
  /** What the page shows now: the state, and the latest turns, requests, skill events, mails and notices. */
  snapshot(): ConsoleSnapshot
  /**
   * The request and the response of a turn, as they went over the wire. Undefined for a turn that was forgotten.
   *
   * @param turnId The `id` of a turn in the snapshot.
   */
  turnJson(turnId: number): TurnJson | undefined
  /**
   * The conversation as the source of a test. The command `save-test` writes it to a file.
   *
   * @throws {Error} with the name `CommandRefused` if no test can repeat the conversation
   */
  exportedTest(): string
  /** Closes the page's connections and the emulator. A second call does nothing. The mailbox stays open. */
  close(): Promise<void>
}
