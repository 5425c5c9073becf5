import { createExpressMiddleware } from '@alexa-profile/request-verifier'
import express from 'express'
import { handler } from './handler.js'
import { verifier } from './verifier.js'

export const app = express()
app.post('/alexa', createExpressMiddleware(verifier), async (request, response, next) => {
  try {
    response.json(await handler(request.body))
  } catch (error) {
    next(error) // Express 5 does this itself; in Express 4, the error would end the process
  }
})
