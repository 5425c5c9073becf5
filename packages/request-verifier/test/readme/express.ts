import { createExpressMiddleware } from '@alexa-profile/request-verifier'
import express from 'express'
import { log } from './log.js'
import { skill } from './skill.js'
import { verifier } from './verifier.js'

export const app = express()
const fromAlexa = createExpressMiddleware(verifier, { onRejected: ({ reason, message }) => log(reason, message) })
app.post('/alexa', fromAlexa, async (request, response, next) => {
  try {
    response.json(await skill.invoke(request.body))
  } catch (error) {
    next(error) // Express 5 does this itself; in Express 4, the error would end the process
  }
})
