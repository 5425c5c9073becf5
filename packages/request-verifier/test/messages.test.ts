import { expect, it } from 'vitest'
import { RequestVerifierError, type RequestVerifierErrorCode, rejectionReasons } from '../src/index.js'
import { isRejection, reject } from '../src/rejection.js'

it.each(Object.entries(rejectionReasons))('%s comes with what it means: %s', (reason, message) => {
  expect(message).toMatch(/^\S.{20,}\.$/s)
  expect(reject(reason as keyof typeof rejectionReasons)).toEqual({ status: 'rejected', reason, message })
  expect(reject(reason as keyof typeof rejectionReasons, 'CODE')).toMatchObject({ reason, code: 'CODE' })
})

it('tells a rejection by its status', () => {
  expect([isRejection({ status: 'rejected' }), isRejection({ status: 'verified' }), isRejection({})]).toEqual([
    true,
    false,
    false,
  ])
})

it.each<RequestVerifierErrorCode>(['body-not-raw', 'headers-invalid', 'hook-misplaced', 'option-invalid'])(
  'an error %s says what is wrong, then what to do',
  (code) => {
    const error = new RequestVerifierError(code, 'Do this.')
    expect(error).toMatchObject({ name: 'RequestVerifierError', code })
    expect(error.message).toMatch(/^\S.{10,}\. Do this\.$/)
  },
)
