/** An ask-sdk skill behind one of several servers and verifiers. The parent process chooses which. */
import 'reflect-metadata'
import { verify, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { createExpressMiddleware, createFastifyHook, createRequestVerifier } from '@alexa-profile/request-verifier'
import { trustRoot } from './trust.mjs'

const [{ kind, skillId, root, certificateChain, store }] = await once(process, 'message')
trustRoot(root, store)

const { SkillBuilders } = await import('ask-sdk-core')
const skill = SkillBuilders.custom()
  .addRequestHandlers({
    canHandle: () => true,
    handle: ({ responseBuilder, requestEnvelope }) => responseBuilder.speak(requestEnvelope.request.type).getResponse(),
  })
  .create()

const verification = { skillIds: skillId, trustedRoots: root }
const verifier = createRequestVerifier(verification)

const servers = {
  plain: async ({ express, app }) => app.post('/alexa', express.json(), answer),
  signature: async ({ express, app }) => app.post('/alexa', express.json({ verify: checkSignature }), answer),
  express: async ({ app }) => app.post('/alexa', createExpressMiddleware(verifier), answer),
  async ask({ app }) {
    const { ExpressAdapter } = await import('ask-sdk-express-adapter')
    app.post('/alexa', new ExpressAdapter(skill).getRequestHandlers())
  },
  async alexaVerifier({ app }) {
    const { default: middleware } = await import('alexa-verifier-middleware')
    app.post('/alexa', middleware, answer)
  },
}

async function answer(request, response, next) {
  try {
    response.json(await skill.invoke(request.body))
  } catch (error) {
    next(error)
  }
}

/** Checks no chain, timestamp or skill id: the minimum work of a verifier. */
const key = new X509Certificate(certificateChain).publicKey
function checkSignature({ headers }, _response, body) {
  const signature = Buffer.from(headers['signature-256'], 'base64')
  if (!verify('sha256', body, key, signature)) throw new Error('Not signed by this key')
}

async function startExpress() {
  const { default: express } = await import('express')
  const app = express()
  await servers[kind]({ express, app })
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server.address().port
}

async function startFastify() {
  const { default: fastify } = await import('fastify')
  const app = fastify()
  app.post('/alexa', { preParsing: createFastifyHook(verifier) }, ({ body }) => skill.invoke(body))
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app.server.address().port
}

async function startNest(adapter) {
  const { Body, Controller, HttpCode, Module, Post, UseGuards } = await import('@nestjs/common')
  const { NestFactory } = await import('@nestjs/core')
  const { AlexaProfileModule, AlexaRequestGuard } = await import('@alexa-profile/nestjs')
  class SkillController {
    answer(envelope) {
      return skill.invoke(envelope)
    }
  }
  Body()(SkillController.prototype, 'answer', 0)
  const method = Object.getOwnPropertyDescriptor(SkillController.prototype, 'answer')
  for (const decorate of [Post(), HttpCode(200)]) decorate(SkillController.prototype, 'answer', method)
  for (const decorate of [Controller('alexa'), UseGuards(AlexaRequestGuard)]) decorate(SkillController)
  class AppModule {}
  Module({ imports: [AlexaProfileModule.forRoot({ verification })], controllers: [SkillController] })(AppModule)
  const app = await NestFactory.create(AppModule, adapter, { rawBody: true, logger: false })
  await app.listen(0, '127.0.0.1')
  return app.getHttpServer().address().port
}

const starters = {
  fastify: startFastify,
  nestExpress: async () => startNest(new (await import('@nestjs/platform-express')).ExpressAdapter()),
  nestFastify: async () => startNest(new (await import('@nestjs/platform-fastify')).FastifyAdapter()),
}

const port = await (starters[kind] ?? startExpress)()
process.on('message', () => process.send({ cpu: process.cpuUsage() }))
process.send({ port })
