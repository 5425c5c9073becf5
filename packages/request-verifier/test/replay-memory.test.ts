import { expect, it } from 'vitest'
import { createReplayMemory } from '../src/replay-memory.js'

it('remembers as many requests as it has room for and forgets the oldest first', () => {
  const memory = createReplayMemory(3)
  for (const id of ['a', 'b', 'c']) memory.remember(id, 1000, 0)
  expect(['a', 'b', 'c'].map(memory.has)).toEqual([true, true, true])
  memory.remember('d', 1000, 0)
  expect(['a', 'b', 'c', 'd'].map(memory.has)).toEqual([false, true, true, true])
})

it('forgets requests that could no longer be accepted, even if there is room', () => {
  const memory = createReplayMemory()
  memory.remember('a', 1000, 0)
  memory.remember('b', 2000, 1000)
  expect(['a', 'b'].map(memory.has)).toEqual([true, true])
  memory.remember('c', 3000, 1001)
  expect(['a', 'b', 'c'].map(memory.has)).toEqual([false, true, true])
})

it('has room for 50,000 requests', () => {
  const memory = createReplayMemory()
  for (let id = 0; id < 50_000; id += 1) memory.remember(id, 1000, 0)
  expect(memory.has(0)).toBe(true)
  memory.remember('one more', 1000, 0)
  expect([memory.has(0), memory.has(1)]).toEqual([false, true])
})
