import type { RequestEnvelope } from 'ask-sdk-model'
import { createMiddleware } from 'hono/factory'
import { log } from './log.js'
import { verifier } from './verifier.js'

/** Lets verified requests pass, with the envelope in the context. Responds to any other with 400, as Amazon requires. */
export const fromAlexa = createMiddleware<{ Variables: { envelope: RequestEnvelope } }>(async (context, next) => {
  const rawBody = await context.req.arrayBuffer() // the bytes that Alexa signed
  const result = await verifier.verify({ headers: context.req.raw.headers, rawBody })
  if (result.status === 'rejected') {
    log(result.reason, result.message) // nothing personal
    return context.body(null, 400)
  }
  context.set('envelope', result.envelope)
  return next()
})
