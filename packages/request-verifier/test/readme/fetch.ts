import { answer } from './answer.js'
import { log } from './log.js'
import { verifier } from './verifier.js'

export async function POST(request: Request): Promise<Response> {
  const rawBody = await request.arrayBuffer()
  const result = await verifier.verify({ headers: request.headers, rawBody })
  if (result.status === 'rejected') {
    log(result.reason, result.message)
    return new Response(null, { status: 400 })
  }
  return Response.json(await answer(result.envelope))
}
