import type { Customer } from '../index.js'
import { type Skill, startEmulator } from '../index.js'
import type { AlexaConsole, ConsoleOptions } from './alexa-console.js'
import { createConsentPrompts } from './consent-prompts.js'
import type { ConsoleCommandName, ConsoleCommands } from './console-command.js'
import type { ConsoleEvent } from './console-event.js'
import { createConsoleServer } from './console-server.js'
import type { ConsoleState } from './console-state.js'
import { type Conversation, createConversation } from './conversation.js'
import { exportedTest } from './exported-test.js'
import { createIdentifiers } from './identifiers.js'
import { modelsByLocale } from './interaction-model.js'
import { createJournal } from './journal.js'
import { createRecorder, type Step } from './recording.js'
import { commandRunner } from './run-command.js'
import { stateView } from './state-view.js'

/**
 * Starts an emulator on 127.0.0.1 and, on the same port, a page to use it from: a conversation with the device, the
 * Alexa app, what the skill asks of the profile API, situations, mails.
 *
 * @example
 * ```ts
 * import { startConsole } from '@alexa-profile/emulator/console'
 *
 * const { url } = await startConsole({ skill: 'http://127.0.0.1:3000/alexa', emulator: { port: 4321 } })
 * console.log(url) // open it in a browser
 * ```
 *
 * @throws {EmulatorError} as `startEmulator`
 */
export async function startConsole(options: ConsoleOptions = {}): Promise<AlexaConsole> {
  const { mailbox, emulator: emulatorOptions = {}, skillImport = { from: './skill.js', name: 'handler' } } = options
  const listeners = new Set<(event: ConsoleEvent) => void>()
  const prompts = createConsentPrompts()
  const cardIds = createIdentifiers()
  const modelOf = modelsByLocale(options.interactionModels ?? {})
  const journal = createJournal(emit)
  const customersOfTurns = new Map<string, Customer>()
  let conversation: Conversation | undefined
  let replayOf: number | undefined
  let signing: ConsoleState['signing']
  let stateSent = ''
  let stateDue: ReturnType<typeof setImmediate> | undefined
  let stopEvents = () => {}
  let closing: Promise<void> | undefined

  const https = emulatorOptions.https ?? false
  const server = await createConsoleServer(
    {
      snapshot: () => ({ state: state(), ...journal.latest() }),
      json: journal.json,
      before: (turnId) => journal.before(turnId, 50),
      exportedTest: () => exported(),
      run,
    },
    { https },
  )
  const emulator = await startEmulator(emulatorOptions)
  emulator.serve(server.claim)
  emulator.watch({
    turnBegun(envelope, customer) {
      customersOfTurns.set(envelope.request.requestId, customer)
      prompts.turnBegun(envelope, customer)
      journal.turnBegun(envelope, emulator.customers.indexOf(customer) + 1, replayOf)
      changed()
    },
    turnEnded(turn, answer) {
      const { requestId } = turn.request.request
      const customer = customersOfTurns.get(requestId)
      customersOfTurns.delete(requestId)
      const id = journal.idOf(turn)
      if (customer && id !== undefined) prompts.turnEnded(turn, customer, id)
      journal.turnEnded(turn, answer)
      changed()
    },
    apiRequest: journal.apiRequest,
    eventDelivered: journal.skillEvent,
    changed,
  })
  const talk = createConversation(emulator, { locale: options.locale ?? 'en-US', changed })
  conversation = talk
  const recorder = createRecorder({
    emulator,
    locale: () => talk.locale,
    current: () => talk.customer,
    speakerOf: (customer) => (customer === talk.customer ? talk.device?.speaker : undefined),
  })
  const runCommand = commandRunner({ emulator, conversation: talk, journal, cardIds, startOver })
  for (const mail of mailbox?.mails ?? []) journal.mail(mail)
  const stopMails = mailbox?.subscribe(journal.mail)
  try {
    useSkill(options.skill)
  } catch (error) {
    await emulator.close()
    throw error
  }

  function emit(event: ConsoleEvent): void {
    server.send(event)
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error))
      }
    }
  }

  function state(): ConsoleState {
    const mailboxUrl = mailbox?.url
    return stateView({ emulator, emulatorOptions, conversation: talk, prompts, cardIds, modelOf, mailboxUrl, signing })
  }

  /** Several changes in one go are told as one. */
  function changed(): void {
    if (conversation === undefined) return
    stateDue ??= setImmediate(() => {
      stateDue = undefined
      const now = state()
      const text = JSON.stringify(now)
      if (text === stateSent) return
      stateSent = text
      emit({ type: 'state', state: now })
    })
  }

  function useSkill(skill: Skill | undefined): void {
    const stop = skill === undefined ? () => {} : emulator.subscribe(skill)
    stopEvents()
    stopEvents = stop
    talk.skill = skill
    changed()
    if (skill === undefined || typeof skill === 'function' || signing) return
    emulator.signer().then(
      ({ root, certificateChain }) => {
        signing = { root, certificateChain }
        changed()
      },
      (error: unknown) => journal.notice({ level: 'error', title: 'Requests cannot be signed', detail: String(error) }),
    )
  }

  function startOver(): void {
    talk.forgetSessions()
    prompts.clear()
    journal.clear()
    recorder.restart()
    changed()
  }

  async function run<Name extends ConsoleCommandName>(name: Name, body: ConsoleCommands[Name]): Promise<void> {
    replayOf = name === 'replay' ? (body as ConsoleCommands['replay']).turnId : undefined
    const cardId = 'cardId' in body ? body.cardId : undefined
    const { customer } = talk
    const card = recorder.cardOf(
      customer,
      customer.cards.find((one) => cardIds.of(one) === cardId),
    )
    const running = runCommand(name, body)
    replayOf = undefined // a turn begins at once, or not at all
    const turn = await running
    if (name === 'start-over') return
    recorder.add({ name, body, details: { turnId: turn && journal.idOf(turn), card } } as Step)
    changed()
  }

  function exported(): string {
    const { skill } = talk
    return exportedTest({
      recording: recorder.recording(),
      skillId: emulator.skillId,
      skill:
        skill === undefined || typeof skill === 'function'
          ? skillImport
          : { url: String(skill), port: Number(new URL(emulator.url).port) },
      hasMailbox: mailbox !== undefined,
      turn: journal.turn,
    })
  }

  return {
    url: `${emulator.url}/`,
    emulator,
    useSkill,
    report: journal.notice,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      closing ??= (async () => {
        clearImmediate(stateDue)
        stopMails?.()
        await emulator.close()
      })()
      return closing
    },
  }
}
