import { expect, it } from 'vitest'
import * as requestVerifier from '../src/index.js'

it('exports these names and no others', () => {
  expect(Object.keys(requestVerifier).sort()).toMatchInlineSnapshot(`
    [
      "RequestVerifierError",
      "createExpressMiddleware",
      "createFastifyHook",
      "createRequestVerifier",
      "isRequestVerifierError",
      "rejectionReasons",
    ]
  `)
})
