import { createExpressMiddleware } from '@alexa-profile/request-verifier'
import express from 'express'
import { log } from './log.js'
import { skill } from './skill.js'
import { verifier } from './verifier.js'

export const app = express()
const fromAlexa = createExpressMiddleware(verifier, { onRefused: ({ reason, message }) => log(reason, message) })
app.post('/alexa', fromAlexa, async (request, response) => {
  response.json(await skill.invoke(request.body))
})
