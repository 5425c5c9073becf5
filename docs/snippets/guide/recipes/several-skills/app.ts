import { createExpressMiddleware, createRequestVerifier } from '@alexa-profile/request-verifier'
import type { RequestEnvelope } from 'ask-sdk-model'
import express from 'express'
import { skills } from './skills.js'
import { trustInDevelopment } from './trust-in-development.js'

const verifier = createRequestVerifier({ skillIds: [...skills.keys()], ...(await trustInDevelopment()) })

export const app = express()
app.post('/alexa', createExpressMiddleware(verifier), async (request, response) => {
  const envelope: RequestEnvelope = request.body // verified: its skill is in the list
  const skill = skills.get(envelope.context.System.application.applicationId)
  response.json(await skill?.invoke(envelope))
})
