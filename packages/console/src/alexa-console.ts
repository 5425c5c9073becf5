import type { Emulator, EmulatorOptions, Skill } from '@alexa-profile/emulator'
import type { ExportOptions } from './export/export-options.js'
import type { ConsoleCommandName, ConsoleCommands } from './protocol/console-command.js'
import type { ConsoleEvent, ConsoleSnapshot, NoticeView, TurnJson } from './protocol/console-event.js'
import type { ConsoleMailbox } from './protocol/console-mailbox.js'
import type { SkillStatus } from './skill-status.js'

/** Options of `startConsole()`. */
export interface ConsoleOptions {
  /** The skill that devices talk to and that gets skill events. Default: none. See `useSkill`. */
  readonly skill?: Skill | undefined
  /**
   * The options of *Export as test*. Default: the test imports `handler` from `./skill.js`, and the page cannot save
   * it.
   */
  readonly tests?: ExportOptions | undefined
  /**
   * The initial language of the conversation. Default: `en-US`, or the skill's first locale if it does not support
   * `en-US`.
   */
  readonly locale?: string | undefined
  /** The mailbox whose emails the page shows. Default: none. */
  readonly mailbox?: ConsoleMailbox | undefined
  /** The options of `startEmulator`. With a skill package, the page offers its intents and slots. */
  readonly emulator?: EmulatorOptions | undefined
}

/** An emulator with a web page. */
export interface AlexaConsole {
  /** The URL of the page, such as `http://127.0.0.1:52100/`. */
  readonly url: string
  /** The emulator. If your program uses it, the page shows that, too. */
  readonly emulator: Emulator
  /**
   * Replaces the skill, for example after a reload. Open sessions go on with the new skill. Pass undefined to remove
   * the skill.
   *
   * @throws {EmulatorError} `option-invalid` if it is neither a function nor an http(s) URL.
   */
  useSkill(skill: Skill | undefined): void
  /** Shows the skill's status in the header. By default, a function counts as loaded. */
  setSkillStatus(status: SkillStatus): void
  /** Shows a notice to the developer. */
  report(notice: Pick<NoticeView, 'level' | 'title'> & { readonly detail?: string | undefined }): void
  /**
   * Calls the listener with everything that happens from now on, as data that can be written as JSON. An error that the
   * listener throws becomes a process warning.
   *
   * @returns A function that removes the listener.
   */
  subscribe(listener: (event: ConsoleEvent) => void): () => void
  /**
   * Runs a command as the page does for a click, such as `run('say', { words: 'book a table' })`. Resolves when the
   * command is done, for example when the turn has ended and is in the snapshot.
   *
   * @throws {EmulatorError} as the emulator's functions; `option-invalid` for an unknown command or an invalid body.
   * @throws {Error} with the name `CommandRefused` if the command is not possible now, such as a turn while another
   * turn is in progress.
   */
  run<Name extends ConsoleCommandName>(name: Name, body: ConsoleCommands[Name]): Promise<void>
  /** Returns what the page shows now: the state, and the latest turns, requests, skill events, emails and notices. */
  snapshot(): ConsoleSnapshot
  /**
   * Returns the request and the response of a turn, as they went over the wire. Returns undefined for a turn that is no
   * longer stored.
   *
   * @param turnId The `id` of a turn in the snapshot.
   */
  turnJson(turnId: number): TurnJson | undefined
  /**
   * Returns the conversation as the source of a test. The command `save-test` writes it to a file.
   *
   * @throws {Error} with the name `CommandRefused` if no test can repeat the conversation
   */
  exportedTest(): string
  /** Closes the page's connections and the emulator. A second call does nothing. The mailbox stays open. */
  close(): Promise<void>
}
