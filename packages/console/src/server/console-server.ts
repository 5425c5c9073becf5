import type { RequestClaim } from '@alexa-profile/emulator'
import { isEmulatorError } from '@alexa-profile/emulator'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { CommandRefused } from '../protocol/command-refused.js'
import {
  type CommandRefusal,
  type ConsoleCommandName,
  type ConsoleCommands,
  isCommandName,
  parseCommand,
} from '../protocol/console-command.js'
import type { ConsoleEvent, ConsoleSnapshot, TurnJson, TurnPage } from '../protocol/console-event.js'
import { createEventStream } from './event-stream.js'
import { readPageFiles } from './page-files.js'
import { guardRequests, securityHeaders } from './request-guard.js'

export interface ConsoleRoutes {
  snapshot(): ConsoleSnapshot
  json(turnId: number): TurnJson | undefined
  before(turnId: number): TurnPage
  exportedTest(): string
  run<Name extends ConsoleCommandName>(name: Name, body: ConsoleCommands[Name]): Promise<void>
}

export interface ConsoleServer {
  /** Handles `/` and paths below `/console/`. Other paths belong to the profile API. */
  readonly claim: RequestClaim
  /** Sends an event to all pages. */
  send(event: ConsoleEvent): void
}

const maximumBodyBytes = 256 * 1024

/** Creates the app that serves the page and handles its requests. The emulator's server passes requests to it. */
export async function createConsoleServer(
  routes: ConsoleRoutes,
  { https }: { https: boolean },
): Promise<ConsoleServer> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  const stream = createEventStream(routes.snapshot, securityHeaders)
  app.use(guardRequests({ https }))
  for (const [path, { contentType, body }] of await readPageFiles()) {
    app.get(path, (context) => context.body(body, 200, { 'content-type': contentType }))
  }
  app.get('/console/events', ({ env }) => {
    stream.open(env.outgoing)
    return RESPONSE_ALREADY_SENT
  })
  app.get('/console/turns/before/:turnId', (context) =>
    context.json(routes.before(Number(context.req.param('turnId')))),
  )
  app.get('/console/turns/:turnId/json', (context) => {
    const json = routes.json(Number(context.req.param('turnId')))
    return json ? context.json(json) : context.json({ message: 'This turn is no longer stored.' }, 404)
  })
  app.get('/console/exported.test.ts', (context) =>
    context.body(routes.exportedTest(), 200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="conversation.test.ts"',
    }),
  )
  app.post(
    '/console/commands/:name',
    bodyLimit({
      maxSize: maximumBodyBytes,
      onError: (context) =>
        context.json({ message: `The command is too long. At most ${maximumBodyBytes} bytes are allowed.` }, 413),
    }),
    async (context) => {
      const name = context.req.param('name')
      if (!isCommandName(name)) return context.json({ message: 'Unknown command.' }, 404)
      // A form of another site can send text without a preflight.
      if (!/^application\/json\b/.test(context.req.header('content-type') ?? '')) {
        return context.json({ message: 'The body must be JSON. Send the header content-type: application/json.' }, 415)
      }
      const parsed = parseCommand(name, await context.req.json().catch(() => undefined))
      if ('problem' in parsed) return context.json({ message: parsed.problem }, 400)
      await routes.run(name, parsed.body)
      return context.body(null, 204)
    },
  )
  app.notFound((context) => context.json({ message: 'Not found.' }, 404))
  app.onError((error, context) => {
    const isRefused = error instanceof CommandRefused || isEmulatorError(error)
    const refusal: CommandRefusal = {
      message: error.message,
      ...(isEmulatorError(error, 'not-understood') && { nearest: error.nearest }),
    }
    return context.json(refusal, isRefused ? 409 : 500)
  })
  // It would replace Request and Response in this process.
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  return {
    send: stream.send,
    claim(request, response) {
      const [path = ''] = (request.url ?? '').split('?', 1)
      if (path !== '/' && !path.startsWith('/console/')) return false
      void listener(request, response)
      return true
    },
  }
}
