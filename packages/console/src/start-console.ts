import { unknownName } from '@alexa-profile/core'
import { EmulatorError, startEmulator } from '@alexa-profile/emulator'
import type { AlexaConsole, ConsoleOptions } from './alexa-console.js'
import { emulatorWatcher } from './emulator-watcher.js'
import { createEventHub } from './event-hub.js'
import { createRecorder, type Step } from './export/recording.js'
import { createTestExport } from './export/test-export.js'
import { createJournal } from './journal/journal.js'
import { createStateEmitter } from './journal/state-emitter.js'
import { stateView } from './journal/state-view.js'
import type { Replay } from './journal/turn-log.js'
import {
  type ConsoleCommandName,
  type ConsoleCommands,
  consoleCommands,
  isCommandName,
  parseCommand,
} from './protocol/console-command.js'
import type { ConsoleSnapshot } from './protocol/console-event.js'
import type { ConsoleState } from './protocol/console-state.js'
import { commandRunner } from './run-command.js'
import { createConsoleServer } from './server/console-server.js'
import { createSkillInUse } from './skill-in-use.js'
import { createSkillStatus } from './skill-status.js'
import { createConsentPrompts } from './talk/consent-prompts.js'
import { createConversation } from './talk/conversation.js'
import { createIdentifiers } from './talk/identifiers.js'
import { modelViews } from './talk/interaction-model.js'
import { createStartOver } from './talk/start-over.js'

/**
 * Starts an emulator on 127.0.0.1 with a web page on the same port, for a conversation with the device, the Alexa app,
 * the requests to the profile API, situations and emails.
 *
 * @example
 * ```ts
 * import { startConsole } from '@alexa-profile/console'
 *
 * const { url } = await startConsole({ skill: 'http://127.0.0.1:3000/alexa', emulator: { port: 4321 } })
 * console.log(url) // open it in a browser
 * ```
 *
 * @throws {EmulatorError} as `startEmulator`; `option-unknown`
 */
export async function startConsole(options: ConsoleOptions = {}): Promise<AlexaConsole> {
  checkOptionNames(options)
  const { mailbox, tests, emulator: emulatorOptions = {} } = options
  const hub = createEventHub()
  const journal = createJournal(hub.emit)
  const prompts = createConsentPrompts()
  const cardIds = createIdentifiers()
  const skillStatus = createSkillStatus()
  const { changed, stop: stopState } = createStateEmitter(state, (now) => hub.emit({ type: 'state', state: now }))
  let replay: Replay | undefined
  let closing: Promise<void> | undefined

  const server = await createConsoleServer(
    {
      snapshot,
      json: journal.turns.json,
      before: (turnId) => journal.turns.before(turnId, 50),
      exportedTest: () => testExport.source(),
      run,
    },
    { https: emulatorOptions.https ?? false },
  )
  const emulator = await startEmulator(emulatorOptions)
  const modelOf = modelViews(emulator)
  const conversation = createConversation(emulator, { locale: options.locale ?? emulator.defaultLocale, changed })
  const skillInUse = createSkillInUse({ emulator, conversation, skillStatus, notice: journal.notice, changed })
  const recorder = createRecorder({
    emulator,
    locale: () => conversation.locale,
    current: () => conversation.customer,
    speakerOf: (customer) => (customer === conversation.customer ? conversation.device?.speaker : undefined),
  })
  const testExport = createTestExport({
    tests,
    skillPackage: emulatorOptions.skillPackage,
    emulator,
    skill: () => conversation.skill,
    hasMailbox: mailbox !== undefined,
    recorder,
    turn: journal.turns.turn,
  })
  const startOver = createStartOver(
    () => conversation.busy,
    [conversation.forgetSessions, prompts.clear, recorder.restart, journal.clear],
  )
  const runCommand = commandRunner({
    emulator,
    conversation,
    journalTurns: journal.turns,
    cardIds,
    startOver,
    async saveTest() {
      journal.notice({ level: 'info', title: `Saved ${await testExport.save()}` })
    },
  })
  hub.subscribe(server.send)
  emulator.serve(server.claim)
  emulator.watch(
    emulatorWatcher({
      emulator,
      journal,
      prompts,
      startOver,
      locale: () => conversation.locale,
      replay: () => replay,
      changed,
    }),
  )
  for (const mail of mailbox?.mails ?? []) journal.mail(mail)
  const stopMails = mailbox?.subscribe(journal.mail)
  try {
    skillInUse.use(options.skill)
  } catch (error) {
    await close()
    throw error
  }

  function snapshot(): ConsoleSnapshot {
    return { state: state(), ...journal.latest() }
  }

  function state(): ConsoleState {
    return stateView({
      emulator,
      conversation,
      skill: skillStatus.view,
      prompts,
      cardIds,
      modelOf,
      skillTimeoutMs: emulatorOptions.skillTimeoutMs ?? 8000,
      canUndoStartOver: startOver.canUndo,
      testFile: testExport.nextFile(),
      mailbox: mailbox?.url,
      signing: skillInUse.signing,
    })
  }

  async function run<Name extends ConsoleCommandName>(name: Name, body: ConsoleCommands[Name]): Promise<void> {
    replay = name === 'replay' ? replayed(body as ConsoleCommands['replay']) : undefined
    const cardId = 'cardId' in body ? body.cardId : undefined
    const { customer } = conversation
    const card = recorder.cardOf(
      customer,
      customer.cards.find((one) => cardIds.of(one) === cardId),
    )
    const running = runCommand(name, body)
    replay = undefined // A turn begins at once, or not at all.
    const turn = await running
    if (turn) skillStatus.turnEnded(turn)
    if (name !== 'start-over' && name !== 'undo-start-over' && name !== 'save-test') {
      recorder.add({ name, body, details: { turnId: turn && journal.turns.idOf(turn), card } } as Step)
    }
    changed()
  }

  function close(): Promise<void> {
    closing ??= (async () => {
      stopState()
      stopMails?.()
      await emulator.close()
    })()
    return closing
  }

  return {
    url: `${emulator.url}/`,
    emulator,
    useSkill: skillInUse.use,
    setSkillStatus(status) {
      skillStatus.set(status)
      changed()
    },
    report: journal.notice,
    subscribe: hub.subscribe,
    async run(name, body) {
      if (!isCommandName(name)) {
        throw new EmulatorError('option-invalid', unknownName('command', String(name), Object.keys(consoleCommands)))
      }
      const parsed = parseCommand(name, body)
      if ('problem' in parsed)
        throw new EmulatorError('option-invalid', `The body of ${name} is invalid: ${parsed.problem}.`)
      await run(name, parsed.body)
    },
    snapshot,
    turnJson: journal.turns.json,
    exportedTest: testExport.source,
    close,
  }
}

function replayed({ turnId, edited }: ConsoleCommands['replay']): Replay {
  return { of: turnId, isEdited: edited !== undefined }
}

const optionNames = ['skill', 'tests', 'locale', 'mailbox', 'emulator']

function checkOptionNames(options: ConsoleOptions): void {
  const unknown = Object.keys(options).find((name) => !optionNames.includes(name))
  if (unknown === undefined) return
  throw new EmulatorError('option-unknown', `startConsole: ${unknownName('option', unknown, optionNames)}`)
}
