import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Arrival, createTurnGate } from '../src/overload/turn-gate.js'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setImmediate', 'setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
})

/** Turns that note what becomes of them. */
function startGate(maxTurns?: number) {
  const gate = createTurnGate(maxTurns)
  const begun: number[] = []
  const refused: number[] = []
  let count = 0
  const come = (): Arrival => {
    const number = count
    count += 1
    const arrival = {
      begin() {
        begun.push(number)
        gate.come()
      },
      refuse: () => void refused.push(number),
    }
    gate.enter(arrival)
    return arrival
  }
  return { gate, begun, refused, come }
}

describe('the gate of turns', () => {
  it('begins a turn at once on a server that has nothing to do', () => {
    const { begun, come } = startGate()
    come()
    expect(begun).toEqual([0])
  })

  it('begins one in each round of the event loop, in the order in which they came', () => {
    const { begun, come } = startGate()
    for (let count = 0; count < 4; count += 1) come()
    const atRounds = [begun.length]
    while (begun.length < 4) {
      vi.runOnlyPendingTimers()
      atRounds.push(begun.length)
    }
    expect(atRounds).toEqual([1, 2, 3, 4])
    expect(begun).toEqual([0, 1, 2, 3])
  })

  it('begins one in eight rounds while they bring connections', () => {
    const { gate, begun, come } = startGate()
    for (let count = 0; count < 4; count += 1) come()
    const rounds = []
    for (let count = 0; count < 16; count += 1) {
      gate.connect()
      vi.runOnlyPendingTimers()
      rounds.push(begun.length)
    }
    expect(rounds).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3])
  })

  it('refuses a turn that has not begun for a second', () => {
    const { gate, begun, refused, come } = startGate(1)
    come()
    come()
    vi.advanceTimersByTime(999)
    expect(refused).toEqual([])
    vi.advanceTimersByTime(2)
    expect(refused).toEqual([1])
    gate.leave()
    come()
    expect(begun).toEqual([0, 2])
  })

  it('lets nobody wait for more than a quarter of it when there was no end of waiting for a second', () => {
    const { refused, come } = startGate(1)
    come()
    for (let ms = 0; ms < 2000; ms += 50) {
      come()
      vi.advanceTimersByTime(50)
    }
    vi.advanceTimersByTime(1)
    // Those that came in the first 1750 of 2000 ms.
    expect(refused).toHaveLength(36)
    expect(refused.at(-1)).toBe(36)
  })

  it('is patient again after a moment in which nobody waited', () => {
    const { gate, begun, refused, come } = startGate(1)
    come()
    for (let ms = 0; ms < 1500; ms += 50) {
      come()
      vi.advanceTimersByTime(50)
    }
    while (begun.length + refused.length < 31) {
      gate.leave()
      vi.advanceTimersByTime(1)
    }
    const before = refused.length
    come()
    vi.advanceTimersByTime(900)
    expect(refused).toHaveLength(before)
  })

  it('lets as many be under way as were over in the last five seconds, and 64 at least', () => {
    const { gate, begun, come } = startGate()
    const comeAll = (count: number) => {
      for (let turn = 0; turn < count; turn += 1) {
        come()
        vi.advanceTimersByTime(1)
      }
    }
    comeAll(65)
    expect(begun).toHaveLength(64)
    for (let turn = 0; turn < 64; turn += 1) gate.leave()
    vi.advanceTimersByTime(1)
    expect(begun).toHaveLength(65)
    for (let turn = 0; turn < 40; turn += 1) {
      come()
      vi.advanceTimersByTime(1)
      gate.leave()
    }
    // 104 are over and one is under way.
    comeAll(104)
    expect(begun).toHaveLength(65 + 40 + 103)
  })

  it('lets turns begin that wait for something slow, more than 64 of them where more and more come', () => {
    const { gate, begun, refused, come } = startGate()
    // Four seconds each: 61 at once, then 73.
    for (const gapMs of [66, 55]) {
      for (let count = 0; count < 200; count += 1) {
        come()
        setTimeout(gate.leave, 4000)
        vi.advanceTimersByTime(gapMs)
      }
    }
    expect({ begun: begun.length, refused }).toEqual({ begun: 400, refused: [] })
  })

  it('keeps no process alive for a turn that waits', () => {
    const setTimer = vi.spyOn(globalThis, 'setTimeout')
    const { come } = startGate(1)
    come()
    come()
    vi.advanceTimersByTime(1)
    const timers = setTimer.mock.results.map(({ value }) => value as NodeJS.Timeout)
    expect(timers.map((timer) => timer.hasRef())).toEqual([false])
  })

  it('forgets a turn that is withdrawn', () => {
    const { gate, begun, refused, come } = startGate(1)
    come()
    gate.withdraw(come())
    come()
    gate.leave()
    vi.advanceTimersByTime(1)
    expect({ begun, refused }).toEqual({ begun: [0, 2], refused: [] })
  })
})
