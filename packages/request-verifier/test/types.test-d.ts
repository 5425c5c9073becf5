import type { RequestEnvelope as AskSdkEnvelope } from 'ask-sdk-model'
import type { RequestHandler } from 'express'
import type { preParsingHookHandler } from 'fastify'
import { expectTypeOf, it } from 'vitest'
import {
  createExpressMiddleware,
  createFastifyHook,
  createRequestVerifier,
  type Rejection,
  type RejectionReason,
  type RequestEnvelope,
  type RequestVerifier,
} from '../src/index.js'

declare const verifier: RequestVerifier
declare const request: { headers: Headers; rawBody: Uint8Array }

it('narrows the result by its status', async () => {
  const result = await verifier.verify(request)
  if (result.status === 'rejected') {
    expectTypeOf(result).toEqualTypeOf<Rejection>()
    expectTypeOf(result.reason).toEqualTypeOf<RejectionReason>()
    // @ts-expect-error a rejected request has no envelope
    result.envelope
  } else {
    expectTypeOf(result.envelope).toEqualTypeOf<RequestEnvelope>()
    expectTypeOf(result.envelope.request.type).toBeString()
  }
})

it('returns the envelope in the requested type', async () => {
  const typed = createRequestVerifier<AskSdkEnvelope>({ skillIds: '' })
  const result = await typed.verify(request)
  if (result.status === 'verified') expectTypeOf(result.envelope).toEqualTypeOf<AskSdkEnvelope>()
})

it('returns an envelope that createProfileClient accepts', () => {
  expectTypeOf<RequestEnvelope>().toExtend<{
    readonly session?: (object & { readonly attributes?: Readonly<Record<string, unknown>> | undefined }) | undefined
    readonly context: {
      readonly System: { readonly apiEndpoint: string; readonly apiAccessToken?: string | undefined }
    }
    readonly request: { readonly type: string; readonly locale?: string | undefined }
  }>()
})

it("accepts ask-sdk's envelope type", () => {
  expectTypeOf<AskSdkEnvelope>().toExtend<{
    readonly context: { readonly System: RequestEnvelope['context']['System'] }
  }>()
})

it('fits into Express and Fastify without a cast', () => {
  expectTypeOf(createExpressMiddleware(verifier)).toExtend<RequestHandler>()
  expectTypeOf(createFastifyHook(verifier)).toExtend<preParsingHookHandler>()
  createExpressMiddleware(createRequestVerifier<AskSdkEnvelope>({ skillIds: '' }))
})

it('accepts headers of Node and of fetch', () => {
  expectTypeOf<import('node:http').IncomingHttpHeaders>().toExtend<
    Parameters<RequestVerifier['verify']>[0]['headers']
  >()
  expectTypeOf<Headers>().toExtend<Parameters<RequestVerifier['verify']>[0]['headers']>()
  expectTypeOf<Record<string, string>>().toExtend<Parameters<RequestVerifier['verify']>[0]['headers']>()
})
