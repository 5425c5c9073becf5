import type { ConsoleCommandName, ConsoleCommands, SkillView } from '@alexa-profile/console'
import type { DevSession } from '../dev-session.js'
import { manifestFindings } from '../manifest-findings.js'
import type { SkillUse } from '../skill-use.js'
import { changedParts, setCustomer } from './customer-tool.js'
import { eventsDelivered } from './events-delivered.js'
import { openQuestions, situationLines, statusResult } from './status-result.js'
import { asToolProblem, ToolProblem } from './tool-problem.js'
import type { ToolHandlers, ToolInputs } from './tools.js'
import { sinceThen, toldNothing, toldUntil, turnResult } from './turn-result.js'

export interface ToolHandlersOptions {
  /** Starts the session at the first call, and again after it could not start. */
  readonly session: () => Promise<DevSession>
  readonly folder: string
  /** The value of `--manifest`. */
  readonly manifest: string | undefined
}

type TurnCommand = Extract<ConsoleCommandName, 'open' | 'say' | 'intent' | 'silence' | 'answer-consent'>

/** Creates the functions of the tools. They use the same console as a person who watches. */
export function toolHandlers({ session, folder, manifest }: ToolHandlersOptions): ToolHandlers {
  let told = toldNothing

  /** The session, with the skill as it is on disk now. */
  async function current(): Promise<DevSession> {
    const found = await session()
    await found.upToDate()
    return found
  }

  /** The console, if the skill is loaded. */
  async function talking(): Promise<DevSession['console']> {
    const { console, module } = await current()
    const { skill } = console.snapshot().state
    if (module === undefined || skill.status !== 'failed') return console // a URL may respond again at any time
    told = toldUntil(console.snapshot(), told) // the notice says the same
    throw new ToolProblem(notLoaded(skill))
  }

  async function take<Name extends TurnCommand>(name: Name, body: ConsoleCommands[Name]) {
    const console = await talking()
    // turns that a person played on the page do not belong to this call
    const before = { ...told, turn: toldUntil(console.snapshot(), told).turn }
    await console.run(name, body)
    await eventsDelivered(console)
    return result(before, turnResult)
  }

  /** Reports each thing once. */
  async function result(before: typeof told, shown: typeof turnResult) {
    const { console } = await session()
    const snapshot = console.snapshot()
    told = toldUntil(snapshot, before)
    return shown(snapshot, before)
  }

  const handlers: ToolHandlers = {
    async open({ startOver = false }) {
      if (startOver) await (await talking()).run('start-over', {})
      return take('open', {})
    },
    async say({ words, intent, slots }) {
      if ((words === undefined) === (intent === undefined)) {
        throw new ToolProblem('Pass either words, or an intent with its slots.')
      }
      if (words === undefined) return take('intent', { intent: intent ?? '', slots: slotTexts(slots) })
      if (slots !== undefined)
        throw new ToolProblem('slots can only be passed with an intent. Words fill their slots themselves.')
      return words.trim() === '' ? take('silence', {}) : take('say', { words })
    },
    async answer_consent({ answer }) {
      const console = await talking()
      const { customer } = console.snapshot().state
      const { consentQuestion, consentCard } = openQuestions({ customer })
      if (consentQuestion !== undefined) return take('answer-consent', { answer })
      const card = customer.cards.findLast(({ state }) => state === 'open')
      if (consentCard === undefined || card === undefined) {
        throw new ToolProblem(
          'No consent question and no consent card is open. To change permissions without them, call set_customer.',
        )
      }
      if (answer !== 'accept' && answer !== 'deny') {
        throw new ToolProblem(
          'A consent card is answered with accept or deny. A customer who does not look at it needs no call.',
        )
      }
      await console.run(answer === 'accept' ? 'grant-card' : 'ignore-card', { cardId: card.id })
      await eventsDelivered(console)
      const state = answer === 'accept' ? 'granted' : 'ignored'
      return result(told, (snapshot, before) => ({
        card: state,
        permissions: card.permissions,
        granted: snapshot.state.customer.granted,
        ...sinceThen(snapshot, before),
      }))
    },
    async set_customer(input) {
      const { console } = await current()
      await setCustomer(console, input)
      await eventsDelivered(console)
      return result(told, (snapshot, before) => ({
        ...changedParts(snapshot.state, input),
        ...sinceThen(snapshot, before),
      }))
    },
    async set_situation({ name, requests, delayMs }) {
      const { console } = await current()
      const limits = { ...(requests !== undefined && { requests }), ...(delayMs !== undefined && { delayMs }) }
      if (name === 'none') await console.run('clear-situations', {})
      else await console.run('set-situation', { name, on: true, ...limits })
      return { situations: situationLines(console.snapshot().state) }
    },
    async status() {
      const found = await current()
      return result(told, (snapshot, before) => ({
        ...statusResult(found, snapshot.state),
        ...sinceThen(snapshot, before),
      }))
    },
    async turn({ id, whole = false }) {
      const { console } = await session()
      const turnId = id ?? console.snapshot().turns.at(-1)?.id ?? 0
      const json = console.turnJson(turnId)
      if (json === undefined) throw new ToolProblem(`There is no turn ${turnId || 'yet'}. Call open or say first.`)
      return whole ? { turn: turnId, ...json } : { turn: turnId, ...short(json.request), response: json.response }
    },
    async check_manifest(use) {
      const { file, findings } = manifestFindings(manifest, use as SkillUse, folder) // it checks the names
      return {
        file,
        findings: findings.map(
          ({ line, severity, rule, message }) => `${severity} ${rule} at line ${line}: ${message}`,
        ),
      }
    },
    async export_test({ preview = false }) {
      const { console } = await session()
      if (preview) return { source: console.exportedTest() }
      const file = console.snapshot().state.testFile
      await console.run('save-test', {})
      return { file }
    },
  }
  return oneAtATime(handlers)
}

/** Agents call tools in parallel, but a conversation has an order. */
function oneAtATime(handlers: ToolHandlers): ToolHandlers {
  let latest: Promise<unknown> = Promise.resolve()
  const queued = Object.entries(handlers).map(([name, handle]) => [
    name,
    (input: never) => {
      const result = latest
        .then(() => handle(input))
        .catch((error: unknown) => {
          throw asToolProblem(error)
        })
      latest = result.catch(() => {})
      return result
    },
  ])
  return Object.fromEntries(queued)
}

function notLoaded({ name = 'The skill', problem = '', location }: SkillView): string {
  const where = location === undefined ? '' : ` at ${location}`
  const sentence = problem.replace(/[^.!?]$/, '$&.')
  return `${name} cannot be loaded${where}: ${sentence} Fix it and call the tool again. The skill is loaded again when its files change.`
}

function slotTexts(slots: ToolInputs['say']['slots'] = {}): ConsoleCommands['intent']['slots'] {
  return Object.fromEntries(
    Object.entries(slots).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  )
}

/** The parts of a request on which a skill decides. */
function short(envelope: unknown): { readonly request: unknown; readonly sessionAttributes?: unknown } {
  const { request = null, session } = (envelope ?? {}) as { request?: unknown; session?: { attributes?: unknown } }
  return { request, ...(session?.attributes !== undefined && { sessionAttributes: session.attributes }) }
}
