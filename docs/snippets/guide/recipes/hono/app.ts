import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { fromAlexa } from './from-alexa.js'
import { skill } from './skill.js'

export const app = new Hono()
app.post('/alexa', bodyLimit({ maxSize: 256 * 1024 }), fromAlexa, async (context) =>
  context.json(await skill.invoke(context.get('envelope'))),
)
