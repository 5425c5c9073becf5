import fastify, { type FastifyInstance } from 'fastify'
import type { RequestClaim } from '../index.js'
import { isEmulatorError } from '../index.js'
import { CommandRefused } from './command-refused.js'
import { commandSchemas } from './command-schemas.js'
import type { ConsoleCommandName, ConsoleCommands } from './console-command.js'
import type { ConsoleEvent, ConsoleSnapshot, TurnJson, TurnPage } from './console-event.js'
import { addEventStream } from './event-stream.js'
import { readPageFiles } from './page-files.js'
import { guardRequests } from './request-guard.js'

export interface ConsoleRoutes {
  snapshot(): ConsoleSnapshot
  json(turnId: number): TurnJson | undefined
  before(turnId: number): TurnPage
  exportedTest(): string
  run<Name extends ConsoleCommandName>(name: Name, body: ConsoleCommands[Name]): Promise<void>
}

export interface ConsoleServer {
  /** Takes `/` and what is under `/console/`; the rest is the profile API's. */
  readonly claim: RequestClaim
  /** Tells all pages. */
  send(event: ConsoleEvent): void
}

/** The page and all that it asks for, as an app of its own that listens nowhere: the emulator's server hands it requests. */
export async function createConsoleServer(
  routes: ConsoleRoutes,
  { https }: { https: boolean },
): Promise<ConsoleServer> {
  const server = fastify({
    bodyLimit: 256 * 1024,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  })
  guardRequests(server, { https })
  for (const [path, { contentType, body }] of await readPageFiles()) {
    server.get(path, (_, reply) => reply.type(contentType).send(body))
  }
  const send = addEventStream(server, routes.snapshot)
  addReading(server, routes)
  for (const name of Object.keys(commandSchemas) as ConsoleCommandName[]) {
    server.post(`/console/commands/${name}`, { schema: { body: commandSchemas[name] } }, async (request, reply) => {
      // checked against its schema
      await routes.run(name, request.body as ConsoleCommands[typeof name])
      return reply.code(204).send()
    })
  }
  server.setNotFoundHandler((_, reply) => reply.code(404).send({ message: 'There is nothing here.' }))
  server.setErrorHandler<Error & { statusCode?: number }>((error, _, reply) => {
    const status = error instanceof CommandRefused || isEmulatorError(error) ? 409 : (error.statusCode ?? 500)
    return reply.code(status).send({ message: error.message })
  })
  await server.ready()
  return {
    send,
    claim(request, response) {
      const [path = ''] = (request.url ?? '').split('?', 1)
      if (path !== '/' && !path.startsWith('/console/')) return false
      server.routing(request, response)
      return true
    },
  }
}

function addReading(server: FastifyInstance, { json, before, exportedTest }: ConsoleRoutes): void {
  type OfTurn = { Params: { turnId: string } }
  server.get<OfTurn>('/console/turns/:turnId/json', async (request, reply) => {
    return json(Number(request.params.turnId)) ?? reply.code(404).send({ message: 'This turn was forgotten.' })
  })
  server.get<OfTurn>('/console/turns/before/:turnId', async (request) => before(Number(request.params.turnId)))
  server.get('/console/exported.test.ts', async (_, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('content-disposition', 'attachment; filename="conversation.test.ts"')
      .send(exportedTest()),
  )
}
