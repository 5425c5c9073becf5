import { createFastifyHook } from '@alexa-profile/request-verifier'
import type { RequestEnvelope } from 'ask-sdk-model'
import fastify from 'fastify'
import { log } from './log.js'
import { skill } from './skill.js'
import { verifier } from './verifier.js'

export const app = fastify()
const preParsing = createFastifyHook(verifier, { onRejected: ({ reason, message }) => log(reason, message) })
app.post<{ Body: RequestEnvelope }>('/alexa', { preParsing }, (request) => skill.invoke(request.body))
