import { expect, it } from 'vitest'
import * as door from '../src/index.js'

it('exports these names', () => {
  expect(Object.keys(door)).toEqual(['startConsole'])
})
