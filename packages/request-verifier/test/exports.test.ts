import { expect, it } from 'vitest'
import * as requestVerifier from '../src/index.js'

it('exports exactly these names', () => {
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
