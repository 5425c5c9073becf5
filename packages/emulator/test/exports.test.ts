import { expect, it } from 'vitest'
import * as door from '../src/index.js'
import * as mailboxDoor from '../src/mailbox.js'

it('exports these names', () => {
  expect(Object.keys(door).sort()).toMatchInlineSnapshot(`
    [
      "EmulatorError",
      "errorLocation",
      "eventSituationNames",
      "isEmulatorError",
      "situationNames",
      "startEmulator",
    ]
  `)
  expect(Object.keys(mailboxDoor).sort()).toMatchInlineSnapshot(`
    [
      "startMailbox",
    ]
  `)
})
