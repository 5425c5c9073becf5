import type { Emulator, EmulatorOptions, Skill } from '../index.js'
import type { ConsoleEvent } from './console-event.js'
import type { ConsoleMailbox } from './console-mailbox.js'
import type { InteractionModels } from './interaction-model.js'

export interface ConsoleOptions {
  /** Whom the device talks to, and who hears of skill events. Default: nobody yet; see `useSkill`. */
  readonly skill?: Skill | undefined
  /** Where an exported test imports a skill from that is a function. Default: `{ from: './skill.js', name: 'handler' }`. */
  readonly skillImport?: { readonly from: string; readonly name: string } | undefined
  /** What the device speaks at first. Default `en-US`. */
  readonly locale?: string | undefined
  /**
   * The skill's interaction models by locale, each parsed from its file: the page offers their intents and slots. Default:
   * none, and one types the names.
   */
  readonly interactionModels?: InteractionModels | undefined
  /** Shown in the page. Default: none. */
  readonly mailbox?: ConsoleMailbox | undefined
  /** As for `startEmulator`. */
  readonly emulator?: EmulatorOptions | undefined
}

/** An emulator with a page to use it from. */
export interface AlexaConsole {
  /** The page: `http://127.0.0.1:52100/`. */
  readonly url: string
  /** Whatever is done to it by program shows in the page, too. */
  readonly emulator: Emulator
  /**
   * Replaces the skill, as after a reload: open sessions go on with it. Undefined when there is none for the moment.
   *
   * @throws {EmulatorError} `option-invalid` for what is neither a function nor an http(s) URL.
   */
  useSkill(skill: Skill | undefined): void
  /** Shows the developer something: that the skill failed to load, that it was loaded again. */
  report(notice: {
    readonly level: 'error' | 'info'
    readonly title: string
    readonly detail?: string | undefined
  }): void
  /**
   * Calls the listener with everything that happens from now on, as data that can be written as JSON. What it throws ends
   * up as a warning of the process.
   *
   * @returns Ends it.
   */
  subscribe(listener: (event: ConsoleEvent) => void): () => void
  /** Closes the page's connections and the emulator. A second call does nothing. The mailbox stays open. */
  close(): Promise<void>
}
