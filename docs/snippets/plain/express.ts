import { createExpressMiddleware } from '@alexa-profile/request-verifier'
import express from 'express'
import { handler } from './handler.js'
import { verifier } from './verifier.js'

export const app = express()
app.post('/alexa', createExpressMiddleware(verifier), async (request, response) => {
  response.json(await handler(request.body))
})
