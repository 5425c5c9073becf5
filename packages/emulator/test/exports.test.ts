import { expect, it } from 'vitest'
import * as consoleDoor from '../src/console.js'
import * as door from '../src/index.js'
import * as mailboxDoor from '../src/mailbox.js'

it('exports these names', () => {
  expect(Object.keys(door).sort()).toMatchInlineSnapshot(`
    [
      "EmulatorError",
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

it('exports these names under ./console', () => {
  expect(Object.keys(consoleDoor)).toEqual(['startConsole'])
})
