import { expect, it } from 'vitest'
import {
  createFastifyHook,
  createRequestVerifier,
  RequestVerifierError,
  type RequestVerifierErrorCode,
  rejectionReasons,
} from '../src/index.js'
import { isRejection, reject } from '../src/rejection.js'

it.each(Object.entries(rejectionReasons))('describes the reason %s: %s', (reason, message) => {
  expect(message).toMatch(/^\S.{20,}\.$/s)
  expect(reject(reason as keyof typeof rejectionReasons)).toEqual({ status: 'rejected', reason, message })
  expect(reject(reason as keyof typeof rejectionReasons, 'CODE')).toMatchObject({ reason, code: 'CODE' })
})

it('recognizes a rejection by its status', () => {
  expect([isRejection({ status: 'rejected' }), isRejection({ status: 'verified' }), isRejection({})]).toEqual([
    true,
    false,
    false,
  ])
})

const skillIds = 'amzn1.ask.skill.1'
const verifier = createRequestVerifier({ skillIds })
const wrong = (value: unknown) => value as never

async function resultOf(misuse: () => unknown): Promise<unknown> {
  try {
    return await misuse()
  } catch (error) {
    return error
  }
}

it.each<[RequestVerifierErrorCode, string, () => unknown]>([
  ['body-not-raw', 'rawBody', () => verifier.verify({ headers: {}, rawBody: wrong({}) })],
  ['headers-invalid', 'headers', () => verifier.verify({ headers: wrong('x'), rawBody: '{}' })],
  ['hook-misplaced', 'preParsing', () => createFastifyHook(verifier)(wrong({}), wrong({}), wrong(undefined))],
  ['option-invalid', 'skillIds', () => createRequestVerifier({ skillIds: '' })],
  ['option-unknown', 'skilIds', () => createRequestVerifier(wrong({ skilIds: skillIds }))],
])('the error %s names %s in a complete sentence', async (code, word, misuse) => {
  const error = await resultOf(misuse)
  expect(error).toBeInstanceOf(RequestVerifierError)
  expect(error).toMatchObject({ name: 'RequestVerifierError', code, message: expect.stringContaining(word) })
  expect((error as Error).message).toMatch(/^\S.{20,}[.?]$/)
})
