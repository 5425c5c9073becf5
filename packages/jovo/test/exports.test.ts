import { expect, it } from 'vitest'
import * as exported from '../src/index.js'

it('exports just these names', () => {
  expect(Object.keys(exported)).toMatchInlineSnapshot()
})
