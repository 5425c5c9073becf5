import { subscribe } from 'node:diagnostics_channel'
import type { ReadEnd, ReadStart } from '@alexa-profile/core'
import { type Span, SpanStatusCode, trace } from '@opentelemetry/api'

const tracer = trace.getTracer('alexa-profile')
const spans = new Map<number, Span>()

subscribe('alexa-profile:read:start', (message) => {
  const { id, field, level } = message as ReadStart
  spans.set(id, tracer.startSpan(`read ${field}`, { attributes: { 'alexa.level': level } }))
})
subscribe('alexa-profile:read:end', (message) => {
  const { id, status, attempts, requestId } = message as ReadEnd
  const span = spans.get(id)
  spans.delete(id)
  span?.setAttributes({ 'alexa.status': status, 'alexa.attempts': attempts, 'alexa.request_id': requestId ?? '' })
  if (status === 'failed') span?.setStatus({ code: SpanStatusCode.ERROR })
  span?.end()
})
