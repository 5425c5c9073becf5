import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Arrival, createTurnGate } from '../src/overload/turn-gate.js'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setImmediate', 'setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
})

/** Creates turns that record whether they started or were rejected. */
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

describe('turn gate', () => {
  it('starts a turn at once on an idle server', () => {
    const { begun, come } = startGate()
    come()
    expect(begun).toEqual([0])
  })

  it('starts one turn per round of the event loop, in order of arrival', () => {
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

  it('starts one turn every eight rounds while new connections arrive', () => {
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

  it('rejects a turn that has not started within a second', () => {
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

  it('rejects turns after a quarter of a second if turns have been waiting for a whole second', () => {
    const { refused, come } = startGate(1)
    come()
    for (let ms = 0; ms < 2000; ms += 50) {
      come()
      vi.advanceTimersByTime(50)
    }
    vi.advanceTimersByTime(1)
    // The turns that arrived in the first 1750 of 2000 ms.
    expect(refused).toHaveLength(36)
    expect(refused.at(-1)).toBe(36)
  })

  it('lets turns wait for a second again after a moment without waiting turns', () => {
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

  it('allows as many turns at a time as ended in the last five seconds, but at least 64', () => {
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
    // 104 turns have ended and one is running.
    comeAll(104)
    expect(begun).toHaveLength(65 + 40 + 103)
  })

  it('starts more than 64 turns that wait for a slow service if more and more turns arrive', () => {
    const { gate, begun, refused, come } = startGate()
    // Each turn takes four seconds: first 61 at a time, then 73.
    for (const gapMs of [66, 55]) {
      for (let count = 0; count < 200; count += 1) {
        come()
        setTimeout(gate.leave, 4000)
        vi.advanceTimersByTime(gapMs)
      }
    }
    expect({ begun: begun.length, refused }).toEqual({ begun: 400, refused: [] })
  })

  it('does not keep the process alive for a waiting turn', () => {
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
