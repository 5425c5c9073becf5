import { expect, it } from 'vitest'
import { rejectionReasons } from '../src/index.js'
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
